import type { CephDetail } from '@internal/plugin-ceph-common';
import type { CephReading } from '../ceph/CephReading';
import { listAffectedApps } from './listAffectedApps';
import type { StorageModel } from './StorageModel';

/** A Ceph cluster whose reasons name the apps whose data they put at risk. */
export function nameAffectedApps(
  model: StorageModel,
  reading: CephReading,
): CephDetail {
  const { detail } = reading;
  return {
    ...detail,
    reasons: detail.reasons.map(reason => ({
      ...reason,
      affects: {
        ...reason.affects,
        apps: listAffectedApps(model, reading, reason),
      },
    })),
  };
}
