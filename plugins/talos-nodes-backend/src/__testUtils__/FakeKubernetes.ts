import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TalosCluster } from '@internal/sandbox';

/** A Kubernetes API that lists Node objects and Pods, over real HTTP on loopback. */
export class FakeKubernetes {
  nodes: object[] = [];
  /** Absent: the token may not list them. */
  pods?: object[];
  /** Answers this status instead while it is set. */
  fault: number | undefined;
  readonly #token: string;
  readonly #server = createServer((request, response) => {
    const isKnown = request.headers.authorization === `Bearer ${this.#token}`;
    const items = isKnown ? this.#list(request.url) : undefined;
    response.writeHead(this.fault ?? (items ? 200 : 403), {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify({ kind: 'List', items }));
  });

  static async start(token: string): Promise<FakeKubernetes> {
    const fake = new FakeKubernetes(token);
    await new Promise<void>(resolve =>
      fake.#server.listen(0, '127.0.0.1', resolve),
    );
    return fake;
  }

  private constructor(token: string) {
    this.#token = token;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  #list(url = ''): object[] | undefined {
    if (url.startsWith('/api/v1/nodes?')) return this.nodes;
    return url.startsWith('/api/v1/pods?') ? this.pods : undefined;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}

/** The Node objects of a simulated cluster, as Talos' kubelet registers them. */
export function toNodeObjects({ fleet }: TalosCluster): object[] {
  return fleet.machines.map(({ name, address, role, arch }) => ({
    metadata: {
      name,
      labels: {
        'kubernetes.io/arch': arch,
        ...(role === 'control-plane' && {
          'node-role.kubernetes.io/control-plane': '',
        }),
        'extensions.talos.dev/iscsi-tools': 'v0.1.6',
        'feature.node.kubernetes.io/cpu-model.vendor_id': 'ARM',
        'feature.node.kubernetes.io/cpu-model.id': '3336',
        'pitower.link/model': 'raspberry-pi-4',
      },
      annotations: {
        'extensions.talos.dev/schematic': 'ab'.repeat(32),
      },
    },
    spec: {},
    status: {
      addresses: [{ type: 'InternalIP', address }],
      capacity: { cpu: '4', memory: '7921504Ki' },
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'KubeletReady',
          lastTransitionTime: '2026-03-01T10:00:00Z',
        },
        { type: 'MemoryPressure', status: 'False' },
      ],
      nodeInfo: {
        machineID: 'b1c2',
        architecture: arch,
        osImage: `Talos (v${fleet.version})`,
        kernelVersion: '6.18.18-talos',
        kubeletVersion: fleet.kubernetes,
      },
    },
  }));
}
