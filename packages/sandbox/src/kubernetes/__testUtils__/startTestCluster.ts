import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { people } from '../../people/people';
import { eventually } from '../../platforms/__testUtils__/eventually';
import { createWorld } from '../../world/World';
import { Cluster, type ClusterDefinition } from '../Cluster';
import type { Manifest } from '../KubernetesObject';
import { startKubernetes } from '../startKubernetes';

const objectSchema = z.looseObject({
  metadata: z.looseObject({ name: z.string(), uid: z.string() }),
  spec: z.looseObject({ nodeName: z.string().optional() }).default({}),
});
type ListedObject = z.infer<typeof objectSchema>;
const listSchema = z.looseObject({ items: z.array(objectSchema) });

/** A cluster whose API is read over HTTP, as everybody reads it. */
export interface TestCluster {
  cluster: Cluster;
  /** The body of an answer. */
  get(path: string): Promise<unknown>;
  /** The objects of a list. */
  list(path: string): Promise<ListedObject[]>;
  /** Asks until the answer is as expected. */
  waitFor(path: string, expected: object): Promise<void>;
  /** Writes into the namespace `web`; what is refused fails. */
  apply(manifest: Manifest): void;
  /** What Talos tells of a machine. */
  hear(node: string, kubelet: 'ready' | 'not-ready' | 'silent'): void;
  stop(): Promise<void>;
}

export async function startTestCluster(
  definition: ClusterDefinition,
  options: { tolerationMs?: number } = {},
): Promise<TestCluster> {
  const kubernetes = randomBytes(16).toString('hex');
  const world = createWorld({ people });
  const cluster = new Cluster({
    definition,
    clock: world.clock,
    podStartMs: 5,
    ...options,
  });
  const system = await startKubernetes(world, {
    port: 0,
    portalUrl: 'http://localhost:7007',
    tokens: {
      forge: '',
      argocd: '',
      kubernetes,
      oidcClientSecret: '',
      ceph: '',
    },
    cluster,
  });
  const get = async (path: string): Promise<unknown> => {
    const response = await fetch(`${system.url}${path}`, {
      headers: { authorization: `Bearer ${kubernetes}` },
    });
    return response.json();
  };
  const apply = (manifest: Manifest) => {
    expect(cluster.apply(manifest)).toMatchObject({ outcome: 'applied' });
  };
  apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'web' } });
  return {
    cluster,
    get,
    list: async path => listSchema.parse(await get(path)).items,
    apply,
    async waitFor(path, expected) {
      await eventually(
        () => get(path),
        answer => expect(answer).toMatchObject(expected),
      );
    },
    hear: (node, kubelet) =>
      cluster.followMachine({
        type: 'machine-changed',
        cluster: definition.name,
        node,
        kubelet,
        talos: definition.versions.talos,
        labels: {},
        annotations: {},
      }),
    async stop() {
      await system.stop();
      cluster.stop();
    },
  };
}

const inWeb = (name: string) => ({ name, namespace: 'web' });

/** A claim in the namespace `web`. */
export function toClaim(
  name: string,
  storageClassName: string | undefined,
  accessMode = 'ReadWriteOnce',
): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: inWeb(name),
    spec: {
      accessModes: [accessMode],
      ...(storageClassName !== undefined && { storageClassName }),
      resources: { requests: { storage: '5Gi' } },
    },
  };
}

/** A Deployment in the namespace `web`, with one container that asks for little. */
export function toDeployment(
  name: string,
  options: {
    replicas?: number;
    claims?: string[];
    requests?: Record<string, string>;
    pod?: Record<string, unknown>;
  } = {},
): Manifest {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: inWeb(name),
    spec: {
      replicas: options.replicas ?? 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          ...options.pod,
          containers: [
            {
              name,
              image: `ghcr.io/example/${name}:1.0`,
              resources: {
                requests: options.requests ?? { cpu: '10m', memory: '16Mi' },
              },
            },
          ],
          volumes: (options.claims ?? []).map(claimName => ({
            name: claimName,
            persistentVolumeClaim: { claimName },
          })),
        },
      },
    },
  };
}
