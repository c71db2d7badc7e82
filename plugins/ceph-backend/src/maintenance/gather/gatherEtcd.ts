import type { Reading } from '@internal/plugin-ceph-common';
import type { Inventory } from '../../inventory/Inventory';
import type { EtcdFacts } from '../facts/EtcdFacts';
import type { Freshness } from './Freshness';
import { fromTalosReason } from './toUnreadReason';

/** Etcd as the control planes tell it; nothing of it while one of them cannot be asked for long. */
export function gatherEtcd(
  { machines }: Inventory,
  freshness: Freshness,
): Reading<EtcdFacts> {
  const read = freshness.fromKept(machines, 'talos');
  if (!read.known) return read;
  const { cluster } = read.value;
  if (!cluster) return { known: false, reason: 'not-reported' };
  const talos = cluster.sources.find(({ source }) => source === 'talos');
  if (talos?.failure) return { known: false, reason: 'stale' };
  const { etcd } = cluster;
  if (!etcd.known) {
    return { known: false, reason: fromTalosReason(etcd.reason) };
  }
  const { members, alarms } = etcd.value;
  if (!alarms.known) {
    return { known: false, reason: fromTalosReason(alarms.reason) };
  }
  return {
    ...read,
    value: {
      members: members.map(
        ({ node, learner, leader, databaseBytes, errors }) => ({
          node,
          learner,
          leader,
          // A member tells the size of its database when it answers for itself.
          healthy: databaseBytes.known
            ? { ...read, value: errors.length === 0 }
            : {
                known: false,
                reason: fromTalosReason(databaseBytes.reason),
              },
        }),
      ),
      alarms: alarms.value.map(({ node, alarm }) => `${node}: ${alarm}`),
    },
  };
}
