import type { CephDetail } from '@internal/plugin-ceph-common';
import type { OsdMap } from '../manager/healthFull';

type Flags = Extract<CephDetail['flags'], { known: true }>['value'];

/** Set by Ceph itself for good, to tell that an upgrade was made. */
const LASTING = new Set([
  'sortbitwise',
  'recovery_deletes',
  'purged_snapdirs',
  'pglog_hardlimit',
]);

/** Flags that somebody set: for the whole cluster, a CRUSH node or a device class. */
export function toFlags({
  flags_set: flags,
  crush_node_flags: nodes,
  device_class_flags: classes,
}: OsdMap): Flags {
  return [
    ...flags.filter(flag => !LASTING.has(flag)).map(flag => ({ flag })),
    ...[...Object.entries(nodes), ...Object.entries(classes)].flatMap(
      ([scope, set]) => set.map(flag => ({ flag, scope })),
    ),
  ];
}
