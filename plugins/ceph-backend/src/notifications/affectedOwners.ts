import type {
  AppReference,
  CephDetail,
  HealthReason,
  Volume,
} from '@internal/plugin-ceph-common';

export function ownersOf(apps: readonly AppReference[]): string[] {
  return [
    ...new Set(apps.flatMap(({ owner }) => (owner ? [owner] : []))),
  ].sort();
}

/** Owners of apps that these reasons name, or whose volumes on that Ceph are not well. */
export function affectedOwners(
  { cluster, name }: CephDetail,
  reasons: readonly HealthReason[],
  volumes: readonly Volume[],
): string[] {
  const hurt = volumes.filter(
    ({ ceph, state }) =>
      ceph?.cluster === cluster &&
      ceph.name === name &&
      (state === 'degraded' || state === 'blocked' || state === 'lost'),
  );
  return ownersOf([
    ...reasons
      .filter(({ dataRisk }) => dataRisk !== 'none')
      .flatMap(({ affects }) => affects.apps),
    ...hurt.flatMap(({ apps }) => apps),
  ]);
}
