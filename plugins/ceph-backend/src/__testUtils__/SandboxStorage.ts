import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { gitopsRepositoriesServiceRef } from '@internal/gitops-repository';
// Tests only: it is asked over HTTP, as in the portal.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import talosNodesPlugin from '@internal/plugin-talos-nodes-backend';
import {
  freePorts,
  type MachineChange,
  type Sandbox,
  startSandbox,
} from '@internal/sandbox';
import type { TestCluster } from './startPlugin';

/** A Component of the catalog for an app of the sandbox. */
export function sandboxApp(
  namespace: string,
  name: string,
  owner: string,
  cluster = 'pitower',
) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'portal.internal/platform': 'home',
        'portal.internal/cluster': cluster,
        'backstage.io/kubernetes-namespace': namespace,
        'backstage.io/kubernetes-label-selector': `app.kubernetes.io/name=${name}`,
      },
    },
    spec: { type: 'service', owner },
  };
}

/** Clusters of the sandbox: Kubernetes, Rook, Ceph and machines of one world. */
export class SandboxStorage {
  readonly #sandbox: Sandbox;
  readonly #directory: string;

  /** With `pitower` alone unless told otherwise; `edgit` is there always. */
  static async start(platforms = ['pitower']): Promise<SandboxStorage> {
    const directory = await mkdtemp(join(tmpdir(), 'ceph-sandbox-'));
    const sandbox = await startSandbox({
      ports: freePorts,
      platforms,
      stateDir: directory,
    });
    return new SandboxStorage(sandbox, directory);
  }

  private constructor(sandbox: Sandbox, directory: string) {
    this.#sandbox = sandbox;
    this.#directory = directory;
  }

  /** Pitower, as the portal is told of it. */
  get cluster(): TestCluster {
    return this.clusterOf('pitower');
  }

  /** One cluster, as the portal is told of it. */
  clusterOf(name: string): TestCluster {
    const { clusters, ceph, talos, tokens } = this.#sandbox;
    const urls = ceph[name]?.urls;
    return {
      name,
      kubernetes: {
        url: clusters[name].kubernetes,
        token: tokens.kubernetes,
      },
      ...(name !== 'edgit' && {
        ceph: urls
          ? {
              manager: {
                url: urls.manager,
                username: 'backstage',
                password: tokens.ceph,
              },
              metrics: { url: `${urls.metrics}/metrics` },
            }
          : {},
      }),
      storage: { refreshSeconds: 1, deadlineSeconds: 5 },
      talos: {
        talosconfig: talos.talosconfigs.reader,
        context: name,
        refreshSeconds: 1,
        deadlineSeconds: 5,
      },
    };
  }

  /** What tells of machines; no repository declares any. */
  get features(): BackendFeature[] {
    return [
      talosNodesPlugin,
      createServiceFactory({
        service: gitopsRepositoriesServiceRef,
        deps: {},
        factory: () => ({
          list: () => [],
          get: (platform: string) => {
            throw new NotFoundError(platform);
          },
        }),
      }),
    ];
  }

  /** Lets something be the matter with Ceph; `healthy` is the way back. */
  async setCeph(scenario: string) {
    await this.#control('/ceph', { cluster: 'pitower', scenario });
  }

  async stopOsd(osd: number) {
    await this.#control('/ceph/osds', {
      cluster: 'pitower',
      osd,
      change: 'stop',
    });
  }

  async changeNode(node: string, change: 'cordon' | 'uncordon') {
    await this.#control('/nodes', { cluster: 'pitower', node, change });
  }

  async changeMachine(machine: string, change: MachineChange) {
    await this.#control('/machines', { machine: `pitower/${machine}`, change });
  }

  async stop() {
    await this.#sandbox.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #control(path: string, body: object) {
    const response = await fetch(`${this.#sandbox.urls.control}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
  }
}
