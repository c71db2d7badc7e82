import type { DeliveryUnit } from '@internal/plugin-delivery-common';
import type { ArgocdInstance } from './readArgocdInstances';
import { pickRevision } from './pickRevision';
import type { ApplicationDetails, ApplicationRow } from './wire';

const MESSAGE_LIMIT = 500;
const HISTORY_LIMIT = 10;

const SYNC: Record<string, DeliveryUnit['sync']> = {
  Synced: 'synced',
  OutOfSync: 'out-of-sync',
};

const HEALTH: Record<string, DeliveryUnit['health']> = {
  Healthy: 'healthy',
  Progressing: 'progressing',
  Degraded: 'degraded',
  Suspended: 'suspended',
  Missing: 'missing',
};

/**
 * Joins what the list says now with the details last read of the same
 * application. Words of Argo CD that are not known become `unknown`.
 */
export function toDeliveryUnit(options: {
  instance: ArgocdInstance;
  row: ApplicationRow;
  details?: ApplicationDetails;
}): DeliveryUnit {
  const { instance, row, details } = options;
  const { name, namespace } = row.metadata;
  const history = toHistory(details, instance.repositoryUrl);
  return {
    platform: instance.platform,
    cluster: instance.cluster,
    engine: 'argocd',
    name,
    namespace,
    project: details?.spec?.project ?? undefined,
    destinationNamespace: details?.spec?.destination?.namespace ?? undefined,
    sync: SYNC[row.status?.sync?.status ?? ''] ?? 'unknown',
    health: HEALTH[row.status?.health?.status ?? ''] ?? 'unknown',
    revision: toRevision(row, details, instance.repositoryUrl),
    syncedAt: toSyncedAt(row, history),
    message: toMessage(row, details),
    url: `${instance.url}/applications/${[namespace, name]
      .flatMap(segment => (segment ? encodeURIComponent(segment) : []))
      .join('/')}`,
    images: row.status?.summary?.images ?? [],
    history,
  };
}

/**
 * An application in sync is at the revision it was compared with, also where
 * that revision changed none of its manifests and so caused no operation.
 */
function toRevision(
  row: ApplicationRow,
  details: ApplicationDetails | undefined,
  repositoryUrl: string | undefined,
): string | undefined {
  const { status, spec } = details ?? {};
  const sources = spec?.sources ?? [];
  if (
    row.status?.sync?.status === 'Synced' &&
    status?.sync?.status === 'Synced'
  ) {
    return pickRevision({ ...status.sync, sources, repositoryUrl });
  }
  const newest = toHistory(details, repositoryUrl).at(0);
  return newest?.revision;
}

function toHistory(
  details: ApplicationDetails | undefined,
  repositoryUrl: string | undefined,
): DeliveryUnit['history'] {
  return (details?.status?.history ?? [])
    .flatMap(entry => {
      const revision = pickRevision({
        ...entry,
        sources: entry.sources ?? [],
        repositoryUrl,
      });
      return revision
        ? { id: entry.id, revision, deployedAt: entry.deployedAt }
        : [];
    })
    .sort((left, right) => right.id - left.id)
    .slice(0, HISTORY_LIMIT);
}

function toSyncedAt(row: ApplicationRow, history: DeliveryUnit['history']) {
  const operation = row.status?.operationState;
  return operation?.phase === 'Succeeded' && operation.finishedAt
    ? operation.finishedAt
    : history.at(0)?.deployedAt;
}

function toMessage(row: ApplicationRow, details?: ApplicationDetails) {
  const phase = row.status?.operationState?.phase;
  const operation = details?.status?.operationState;
  const failed =
    (phase === 'Failed' || phase === 'Error') && operation?.phase === phase
      ? operation.message
      : undefined;
  const error = details?.status?.conditions?.find(condition =>
    condition.type.endsWith('Error'),
  )?.message;
  return (failed ?? error ?? row.status?.health?.message ?? undefined)?.slice(
    0,
    MESSAGE_LIMIT,
  );
}
