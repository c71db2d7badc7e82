import type { CephDetail, Volume } from '@internal/plugin-ceph-common';
import { affectedOwners } from './affectedOwners';
import type { Observation } from './Alert';

/** OSDs that are down, while it is known which are. */
export function listOsdAlerts(
  detail: CephDetail,
  volumes: readonly Volume[],
): Observation {
  const { name, osdList, health, reasons } = detail;
  if (!osdList.known || health === 'unknown') {
    return { alerts: [], unread: [`${name}/osd.`] };
  }
  const down = osdList.value.filter(({ up }) => !up);
  return {
    alerts: down.map(({ id, node }) => ({
      key: `${name}/osd.${id}`,
      topic: 'osds',
      level: 1,
      isUnknown: false,
      sentence: `osd.${id} of ${name} is down${node ? ` on ${node}` : ''}.`,
      severity: 'high',
      owners: affectedOwners(
        detail,
        reasons.filter(({ affects }) => affects.osds.includes(id)),
        volumes,
      ),
    })),
    unread: [],
  };
}
