import { buildCeph, known } from '../__testUtils__/healthyCluster';
import { judgeInput } from '../__testUtils__/judgeInput';
import { judgeMonitors } from './judgeMonitors';

it('keeps a majority of monitors, for one to five and each in quorum or not', () => {
  for (const count of [1, 2, 3, 4, 5]) {
    for (let quorum = 0; quorum < 2 ** count; quorum += 1) {
      const monitors = Array.from({ length: count }, (_none, at) => ({
        name: `m${at}`,
        node: at === 0 ? 'worker-01' : `other-${at}`,
        inQuorum: Math.floor(quorum / 2 ** at) % 2 === 1,
      }));
      const ceph = known(
        [buildCeph({ monitors: known(monitors, 'ceph-manager') })],
        'rook' as const,
      );
      const left = monitors.slice(1).filter(({ inQuorum }) => inQuorum).length;
      expect([monitors, judgeInput(judgeMonitors, { ceph }).reason]).toEqual([
        monitors,
        left > count / 2 ? 'monitors-keep-majority' : 'monitors-majority-lost',
      ]);
      expect(judgeInput(judgeMonitors, { ceph }, 'control-01').reason).toBe(
        'monitors-none',
      );
    }
  }
});
