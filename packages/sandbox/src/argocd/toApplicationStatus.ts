import { isDeepStrictEqual } from 'node:util';
import { listImages } from '../kubernetes/images';
import type { Manifest } from '../kubernetes/KubernetesObject';
import type { ObjectStore } from '../kubernetes/ObjectStore';
import { findResourceType } from '../kubernetes/resourceTypes';
import type { Application } from './Application';
import { toObjectKey } from '../kubernetes/KubernetesObject';
import {
  type ApplicationState,
  isSynced,
  type SyncOperation,
} from './ApplicationState';
import {
  type Health,
  type HealthStatus,
  toHealth,
  worstHealth,
} from '../kubernetes/health';

/** The status of an Application as Argo CD writes it. */
export function toApplicationStatus(
  state: ApplicationState,
  store: ObjectStore,
): Record<string, unknown> {
  const { application, target } = state;
  if (!target) {
    return { sync: { status: 'Unknown' }, health: { status: 'Unknown' } };
  }
  const { rendered } = target;
  return {
    sync: {
      status: toSyncStatus(state),
      ...toRevisions(application, target.commit),
      comparedTo: toComparedTo(application),
    },
    health: { status: toHealthStatus(state, store) },
    reconciledAt: target.comparedAt,
    resources: listResources(state, store),
    summary: {
      images: [
        ...new Set(
          listManifests(state).flatMap(manifest => {
            const live = findLive(manifest, store);
            return live ? listImages(live) : [];
          }),
        ),
      ].sort(),
    },
    history: state.history.map(({ commit, ...entry }) => ({
      ...entry,
      ...toRevisions(application, commit),
      ...toSources(application),
      initiatedBy: { automated: true },
    })),
    ...(state.operation && {
      operationState: toOperationState(application, state.operation),
    }),
    ...(rendered.ok
      ? toSourceTypes(application, rendered.sourceTypes)
      : {
          conditions: [
            {
              type: 'ComparisonError',
              message: rendered.message,
              lastTransitionTime: target.comparedAt,
            },
          ],
        }),
  };
}

export function toSyncStatus(state: ApplicationState) {
  if (!state.target?.rendered.ok) {
    return 'Unknown';
  }
  return isSynced(state) ? 'Synced' : 'OutOfSync';
}

/** The worst health of what an application consists of. */
export function toHealthStatus(
  state: ApplicationState,
  store: ObjectStore,
): HealthStatus {
  return state.target?.rendered.ok || state.synced
    ? worstHealth(
        listResources(state, store).flatMap(({ health }) =>
          health ? [health.status] : [],
        ),
      )
    : 'Unknown';
}

/** Every object that Git asks for, or did when it could last be read. */
export function listResources(state: ApplicationState, store: ObjectStore) {
  return listManifests(state).map(manifest =>
    toResource(manifest, state, store),
  );
}

function listManifests(state: ApplicationState): Manifest[] {
  return state.target?.rendered.ok
    ? state.target.rendered.manifests
    : (state.synced?.manifests ?? []);
}

function toResource(
  manifest: Manifest,
  state: ApplicationState,
  store: ObjectStore,
) {
  const [group, version] = toGroupVersion(manifest.apiVersion);
  const live = findLive(manifest, store);
  const before = state.synced?.manifests.find(
    one => toObjectKey(one) === toObjectKey(manifest),
  );
  const missing: Health = { status: 'Missing' };
  const health = live ? toHealth(live) : missing;
  return {
    ...(group && { group }),
    version,
    kind: manifest.kind,
    namespace: manifest.metadata.namespace,
    name: manifest.metadata.name,
    status:
      live && isDeepStrictEqual(before, manifest) ? 'Synced' : 'OutOfSync',
    ...(health && { health }),
  };
}

function findLive(manifest: Manifest, store: ObjectStore) {
  const type = findResourceType(manifest);
  return (
    type &&
    store.get(
      type,
      type.namespaced ? manifest.metadata.namespace : undefined,
      manifest.metadata.name,
    )
  );
}

function toOperationState(application: Application, operation: SyncOperation) {
  const revisions = toRevisions(application, operation.commit);
  return {
    operation: {
      sync: { ...revisions, prune: application.prunes },
      initiatedBy: { automated: true },
      retry: { limit: 5 },
    },
    phase: operation.phase,
    message: operation.message,
    startedAt: operation.startedAt,
    finishedAt: operation.finishedAt,
    ...(operation.phase !== 'Running' && {
      syncResult: {
        ...revisions,
        ...toSources(application),
        resources: operation.resources.map(({ manifest, status, message }) => {
          const [group, version] = toGroupVersion(manifest.apiVersion);
          return {
            group,
            version,
            kind: manifest.kind,
            namespace: manifest.metadata.namespace ?? '',
            name: manifest.metadata.name,
            status,
            message,
            syncPhase: 'Sync',
          };
        }),
      },
    }),
  };
}

/** One revision, or with `sources` one a source: a commit, or a chart's version. */
function toRevisions(application: Application, commit: string) {
  const revisions = application.sources.map(source =>
    source.chart === undefined ? commit : source.targetRevision,
  );
  return application.isMultiSource
    ? { revisions }
    : { revision: revisions[0] ?? commit };
}

function toSources(application: Application) {
  return application.isMultiSource
    ? { sources: application.sources }
    : { source: application.sources[0] };
}

function toComparedTo(application: Application) {
  return {
    ...toSources(application),
    destination: {
      server: 'https://kubernetes.default.svc',
      namespace: application.destinationNamespace,
    },
  };
}

function toSourceTypes(application: Application, sourceTypes: string[]) {
  return application.isMultiSource
    ? { sourceTypes }
    : { sourceType: sourceTypes[0] };
}

function toGroupVersion(apiVersion: string): [string, string] {
  const [first = '', second] = apiVersion.split('/');
  return second === undefined ? ['', first] : [first, second];
}
