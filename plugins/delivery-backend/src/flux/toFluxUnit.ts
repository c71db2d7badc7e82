import type { DeliveryUnit } from '@internal/plugin-delivery-common';
import type { FluxCluster } from './readFluxClusters';
import type { HelmRelease, Kustomization } from './wire';

const MESSAGE_LIMIT = 500;
const HISTORY_LIMIT = 10;

/** Reasons of a condition that only say that something else comes first. */
const waiting = new Set([
  'DependencyNotReady',
  'Progressing',
  'ProgressingWithRetry',
]);

type FluxObject = Pick<Kustomization | HelmRelease, 'metadata' | 'status'> & {
  spec?: { suspend?: boolean | null } | null;
};

/**
 * What a Kustomization and the HelmReleases it applied say together: it is as
 * healthy as the worst of them.
 */
export function toFluxUnit(options: {
  cluster: FluxCluster;
  kustomization: Kustomization;
  releases: readonly HelmRelease[];
}): DeliveryUnit {
  const { cluster, kustomization, releases } = options;
  const { metadata, spec, status } = kustomization;
  const own = toHealth(kustomization);
  const parts = releases.map(release => ({
    health: toHealth(release),
    message: notReady(release)?.message,
  }));
  const worst = [{ health: own, message: notReady(kustomization)?.message }]
    .concat(parts)
    .sort((a, b) => severity(b.health) - severity(a.health))[0];
  return {
    platform: cluster.platform,
    cluster: cluster.cluster,
    engine: 'flux',
    name: metadata.name,
    namespace: metadata.namespace,
    destinationNamespace: spec?.targetNamespace ?? undefined,
    sync: toSync(kustomization),
    health: spec?.suspend ? 'suspended' : worst.health,
    revision: toCommit(status?.lastAppliedRevision),
    syncedAt: toSyncedAt(kustomization),
    message: worst.message?.slice(0, MESSAGE_LIMIT) ?? undefined,
    images: [],
    history: toHistory(kustomization),
  };
}

const order: readonly DeliveryUnit['health'][] = [
  'healthy',
  'suspended',
  'unknown',
  'progressing',
  'missing',
  'degraded',
];

function severity(health: DeliveryUnit['health']): number {
  return order.indexOf(health);
}

function condition({ status }: FluxObject, type: string) {
  return status?.conditions?.find(item => item.type === type);
}

function notReady(object: FluxObject) {
  const ready = condition(object, 'Ready');
  return ready?.status === 'False' ? ready : undefined;
}

function isObserved({ metadata, status }: FluxObject): boolean {
  const { generation } = metadata;
  const observed = status?.observedGeneration;
  return (
    generation === undefined ||
    generation === null ||
    (observed ?? -1) >= generation
  );
}

function toHealth(object: FluxObject): DeliveryUnit['health'] {
  if (object.spec?.suspend) return 'suspended';
  const ready = condition(object, 'Ready');
  if (!ready) return 'unknown';
  if (condition(object, 'Stalled')?.status === 'True') return 'degraded';
  if (!isObserved(object)) return 'progressing';
  if (ready.status === 'True') return 'healthy';
  if (ready.status === 'Unknown') return 'progressing';
  return waiting.has(ready.reason ?? '') ? 'progressing' : 'degraded';
}

function toSync(kustomization: Kustomization): DeliveryUnit['sync'] {
  const { lastAppliedRevision, lastAttemptedRevision } =
    kustomization.status ?? {};
  if (!lastAttemptedRevision || kustomization.spec?.suspend) return 'unknown';
  return lastAppliedRevision === lastAttemptedRevision &&
    isObserved(kustomization)
    ? 'synced'
    : 'out-of-sync';
}

/** Flux writes `<branch>@sha1:<commit>`; a revision of another source is no commit. */
function toCommit(revision: string | null | undefined): string | undefined {
  return /(?:^|[@/:])(?:sha1:)?([0-9a-f]{40})$/.exec(revision ?? '')?.[1];
}

function toSyncedAt(kustomization: Kustomization): string | undefined {
  const [newest] = toHistory(kustomization);
  if (newest) return newest.deployedAt;
  const ready = condition(kustomization, 'Ready');
  return ready?.status === 'True'
    ? (ready.lastTransitionTime ?? undefined)
    : undefined;
}

function toHistory({ status }: Kustomization): DeliveryUnit['history'] {
  const applied = (status?.history ?? []).flatMap(entry => {
    const revision = toCommit(entry.metadata?.revision);
    const deployedAt = entry.firstReconciled ?? entry.lastReconciled;
    return entry.lastReconciledStatus === 'ReconciliationSucceeded' &&
      revision &&
      deployedAt
      ? [{ revision, deployedAt }]
      : [];
  });
  return applied
    .sort((a, b) => a.deployedAt.localeCompare(b.deployedAt))
    .map((entry, id) => ({ id, ...entry }))
    .reverse()
    .slice(0, HISTORY_LIMIT);
}
