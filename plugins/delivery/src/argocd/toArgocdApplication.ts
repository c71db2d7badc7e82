import type {
  DeliverySnapshot,
  DeliveryUnit,
} from '@internal/plugin-delivery-common';
import type { ArgoCDApi } from '@roadiehq/backstage-plugin-argo-cd';

type ArgocdApplication = Awaited<ReturnType<ArgoCDApi['getAppDetails']>>;

const SYNC: Record<DeliveryUnit['sync'], string> = {
  synced: 'Synced',
  'out-of-sync': 'OutOfSync',
  unknown: 'Unknown',
};

const HEALTH: Record<DeliveryUnit['health'], string> = {
  healthy: 'Healthy',
  progressing: 'Progressing',
  degraded: 'Degraded',
  suspended: 'Suspended',
  missing: 'Missing',
  unknown: 'Unknown',
};

/** Names the Argo CD of a cluster, as `argocd.appLocatorMethods` has to. */
export function toInstanceName(snapshot: DeliverySnapshot): string {
  return `${snapshot.platform}/${snapshot.cluster}`;
}

/**
 * An application as the Argo CD cards want it. They have no place for the age
 * of what they show, so once readings fail they are told unknown.
 */
export function toArgocdApplication(
  snapshot: DeliverySnapshot,
  unit: DeliveryUnit,
): ArgocdApplication {
  const isCurrent = !snapshot.failure;
  const application = {
    metadata: {
      name: unit.name,
      namespace: unit.namespace ?? '',
      instance: { name: toInstanceName(snapshot), url: undefined },
    },
    spec: {
      project: unit.project,
      destination: { namespace: unit.destinationNamespace },
    },
    status: {
      sync: { status: SYNC[isCurrent ? unit.sync : 'unknown'] },
      health: { status: HEALTH[isCurrent ? unit.health : 'unknown'] },
      operationState: unit.syncedAt
        ? { startedAt: unit.syncedAt, finishedAt: unit.syncedAt }
        : undefined,
      summary: { images: unit.images },
      history: unit.history.map(({ id, revision, deployedAt }) => ({
        id,
        revision,
        deployedAt,
        deployStartedAt: undefined,
      })),
    },
  };
  return application;
}

/** Stands for an application that a cluster's snapshot knows nothing of. */
export function toUnknownApplication(
  snapshot: DeliverySnapshot,
  name: string,
): ArgocdApplication {
  return toArgocdApplication(snapshot, {
    platform: snapshot.platform,
    cluster: snapshot.cluster,
    engine: 'argocd',
    name,
    sync: 'unknown',
    health: 'unknown',
    images: [],
    history: [],
  });
}
