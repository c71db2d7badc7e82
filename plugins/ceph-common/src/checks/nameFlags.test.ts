import { healthChecks } from './healthChecks';
import { nameFlags } from './nameFlags';

const { OSDMAP_FLAGS, OSD_FLAGS } = healthChecks;

it.each([
  [
    OSDMAP_FLAGS,
    ['noout,norebalance flag(s) set'],
    '"ceph osd unset noout && ceph osd unset norebalance"',
  ],
  [
    OSD_FLAGS,
    [
      '1 OSDs or CRUSH {nodes, device-classes} have {NOUP,NODOWN,NOIN,NOOUT} flags set',
      'host worker-03 has flags noout',
      'osd.4 has flags noin',
    ],
    '"ceph osd unset-group noout worker-03 && ceph osd unset-group noin osd.4"',
  ],
  [OSDMAP_FLAGS, ['something new'], '"ceph osd unset <flag>"'],
])('names the flags to take away: %#', ({ nextStep }, raw, command) => {
  expect(nameFlags(nextStep, raw)).toBe(
    `When the maintenance is over, take the flag away with ${command}.`,
  );
});
