import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { NotFoundError } from '@backstage/errors';
import {
  ClusterState,
  NodeDetail,
  NodeLive,
  Workload,
  WorkloadList,
} from '@internal/plugin-talos-nodes-common';
import talosNodesPlugin, { TalosNodesApi, talosNodesApiRef } from '..';
import { buildContainer, buildMachine } from './machines';

const annotate = (platform: string, cluster: string) => ({
  'portal.internal/platform': platform,
  'portal.internal/cluster': cluster,
});

/** The entity of a machine. */
export function buildEntity(node: NodeDetail): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: node.entityRef.split('/')[1],
      namespace: 'default',
      title: node.name,
      annotations: annotate(node.platform, node.cluster),
    },
    spec: { type: 'talos-node', owner: 'group:default/platform' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/platform' }],
  };
}

const clusterEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'pitower',
    namespace: 'default',
    annotations: annotate('pitower', 'pitower'),
  },
  spec: { type: 'kubernetes-cluster', owner: 'group:default/platform' },
};

/** A cluster that answers. */
export function buildCluster(parts: Partial<ClusterState> = {}): ClusterState {
  return {
    platform: 'pitower',
    cluster: 'pitower',
    sources: [{ source: 'talos', observedAt: new Date().toISOString() }],
    etcd: { known: false, reason: 'not-allowed' },
    ...parts,
  };
}

/** What a machine does at a moment. */
export function buildLive(parts: Partial<NodeLive> = {}): NodeLive {
  return {
    observedAt: new Date().toISOString(),
    processorUse: 0.25,
    load: { one: 1.5, five: 1.25, fifteen: 0.75 },
    memory: { totalBytes: 16 * 1024 ** 3, availableBytes: 12 * 1024 ** 3 },
    disks: [{ name: 'nvme0n1', read: 1_500_000, written: 20_000 }],
    links: [{ name: 'enp1s0', received: 4_000_000, sent: 1_000_000 }],
    mounts: [
      {
        mountedOn: '/var',
        sizeBytes: 500_000_000_000,
        availableBytes: 300_000_000_000,
      },
    ],
    ...parts,
  };
}

/** A pod on the mini PC. */
export function buildWorkload(parts: Partial<Workload> = {}): Workload {
  return {
    platform: 'pitower',
    cluster: 'pitower',
    node: 'acemagician-1',
    namespace: 'media',
    pod: 'plex-0',
    phase: 'Running',
    ready: true,
    ...parts,
  };
}

/** Workloads of a cluster whose pods and apps were read just now. */
export function buildWorkloads(
  items: Workload[],
  parts: Partial<WorkloadList['clusters'][number]> = {},
): WorkloadList {
  const observedAt = new Date().toISOString();
  return {
    items,
    clusters: [
      {
        platform: 'pitower',
        cluster: 'pitower',
        pods: { observedAt },
        apps: { observedAt },
        ...parts,
      },
    ],
  };
}

const nothingRuns: TalosNodesApi['listWorkloads'] = async () =>
  buildWorkloads([]);
const nothingChanged: TalosNodesApi['listChanges'] = async () => [];
const liveNow: TalosNodesApi['getLive'] = async () => buildLive();

/** A backend that knows these machines. */
export function createBackend(
  nodes: NodeDetail[] = [buildMachine()],
  clusters: ClusterState[] = [buildCluster()],
): jest.Mocked<TalosNodesApi> {
  return {
    listNodes: jest.fn(async ({ cluster }) => ({
      items: nodes.filter(node => !cluster || node.cluster === cluster),
      clusters: clusters.filter(state => !cluster || state.cluster === cluster),
    })),
    getNode: jest.fn(async ({ cluster, name }) => {
      const found = nodes.find(
        node => node.cluster === cluster && node.name === name,
      );
      if (!found) {
        throw new NotFoundError('no such machine');
      }
      return found;
    }),
    listChanges: jest.fn(nothingChanged),
    listWorkloads: jest.fn(nothingRuns),
    getLive: jest.fn(liveNow),
  };
}

/** Renders the plugin, and the catalog beside it, at a path of the app. */
export function renderPage(
  path: string,
  api: TalosNodesApi,
  options: { language?: string; listed?: NodeDetail[] } = {},
) {
  const { language = 'en', listed = [buildMachine(), buildContainer()] } =
    options;
  return renderTestApp({
    features: [catalogPlugin, talosNodesPlugin],
    initialRouteEntries: [path],
    config: {
      app: {
        baseUrl: 'http://localhost',
        extensions: [
          {
            'api:app/app-language': {
              config: {
                defaultLanguage: language,
                availableLanguages: ['en', 'fr', 'ar'],
              },
            },
          },
        ],
      },
      backend: { baseUrl: 'http://localhost' },
    },
    apis: [
      [talosNodesApiRef, api],
      [
        catalogApiRef,
        catalogApiMock({
          entities: [...listed.map(buildEntity), clusterEntity],
        }),
      ],
      mockApis.identity({ userEntityRef: 'user:default/petra' }),
      mockApis.permission(),
    ],
  });
}
