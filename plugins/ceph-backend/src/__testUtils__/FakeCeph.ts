import { randomBytes } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export const FSID = '5b6c1f0e-2f0a-4c55-9d0c-9a1f0b7d4c11';

type Fault =
  | 'redirect'
  | 'monitors-gone'
  | 'no-scopes'
  | 'foreign'
  | 'token-lost'
  | 'refuse-login';

/** A Kubernetes API with one CephCluster, and the manager of a Ceph with two OSDs, over HTTP on loopback. */
export class FakeCeph {
  readonly token = randomBytes(16).toString('hex');
  readonly password = randomBytes(16).toString('hex');
  /** Of the manager. */
  fault?: Fault;
  /** Of the Kubernetes API: answers this status. */
  kubernetesStatus?: number;
  health = 'HEALTH_OK';
  checkedSecondsAgo = 10;
  operatorReady = 1;
  logins = 0;
  /** As `path version`. */
  readonly asked: string[] = [];
  #managerToken = randomBytes(16).toString('hex');
  readonly #server = createServer((request, response) =>
    this.#answer(request, response),
  );

  static async start(): Promise<FakeCeph> {
    const fake = new FakeCeph();
    await new Promise<void>(listening =>
      fake.#server.listen(0, '127.0.0.1', listening),
    );
    return fake;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise(closed => this.#server.close(closed));
  }

  #answer(request: IncomingMessage, response: ServerResponse) {
    const { url = '', method } = request;
    const reply = (status: number, body: unknown, headers = {}) => {
      response.writeHead(status, {
        'content-type': 'application/json',
        ...headers,
      });
      response.end(JSON.stringify(body));
    };
    if (url.startsWith('/apis/') || url.startsWith('/api/v1/')) {
      return this.kubernetesStatus
        ? reply(this.kubernetesStatus, {})
        : reply(200, { items: this.#listObjects(url) });
    }
    if (this.fault === 'redirect') {
      return reply(303, {}, { location: 'http://10.9.8.7:7000/' });
    }
    if (url === '/api/auth' && method === 'POST') {
      this.logins += 1;
      return this.fault === 'refuse-login'
        ? reply(400, { detail: 'Invalid credentials' })
        : reply(201, { token: this.#managerToken });
    }
    if (this.fault === 'token-lost') {
      this.fault = undefined;
      this.#managerToken = randomBytes(16).toString('hex');
    }
    if (request.headers.authorization !== `Bearer ${this.#managerToken}`) {
      return reply(401, { detail: 'You are not authorized' });
    }
    const version = /v(\d+\.\d+)/.exec(request.headers.accept ?? '')?.[1];
    this.asked.push(`${url} ${version}`);
    switch (url) {
      case '/api/osd/settings':
        // It waits for the monitors for ever.
        return this.fault === 'monitors-gone' ? undefined : reply(200, {});
      case '/api/health/full':
        return version === '2.1'
          ? reply(200, this.#full())
          : reply(415, {
              detail: `Incorrect version: endpoint is '2.1', client requested '${version}'`,
            });
      case '/api/osd':
        return reply(200, this.#osds().slice(0, 1), { 'x-total-count': '2' });
      case '/api/osd?limit=-1':
        return reply(200, this.#osds(), { 'x-total-count': '2' });
      default:
        return reply(404, {});
    }
  }

  #listObjects(url: string): object[] {
    const checked = new Date(Date.now() - this.checkedSecondsAgo * 1000);
    if (url.includes('/cephclusters?')) {
      return [
        {
          metadata: { name: 'rook-ceph', namespace: 'rook-ceph' },
          spec: {},
          status: {
            phase: 'Ready',
            ceph: {
              health: this.health,
              fsid: FSID,
              lastChecked: checked.toISOString(),
              capacity: {
                bytesTotal: 2048,
                bytesUsed: 512,
                lastUpdated: checked.toISOString(),
              },
            },
          },
        },
      ];
    }
    if (url.includes('/deployments?')) {
      return [
        {
          metadata: { name: 'rook-ceph-operator', namespace: 'rook-ceph' },
          spec: { replicas: 1 },
          status: { readyReplicas: this.operatorReady },
        },
      ];
    }
    return [];
  }

  #osds() {
    return [0, 1].map(osd => ({
      osd,
      osd_stats: { kb: 1, kb_used: osd, perf_stat: { commit_latency_ms: 2 } },
    }));
  }

  #full() {
    const fsid = this.fault === 'foreign' ? 'another-cluster' : FSID;
    const health = { status: this.health, checks: [] };
    if (this.fault === 'no-scopes') return { health };
    return {
      health,
      mon_status: {
        quorum: [0],
        monmap: { fsid, mons: [{ name: 'a', rank: 0 }] },
      },
      fs_map: { standbys: [], filesystems: [] },
      osd_map: {
        fsid,
        flags_set: ['noout', 'sortbitwise'],
        nearfull_ratio: 0.85,
        backfillfull_ratio: 0.9,
        full_ratio: 0.95,
        osds: [0, 1].map(osd => ({ osd, up: 1, in: 1 })),
        pools: [],
        tree: { nodes: [] },
        crush: { buckets: [], rules: [] },
        osd_metadata: {},
      },
      pools: [],
      pg_info: {
        statuses: { 'active+clean': 8 },
        object_stats: {
          num_objects: 1,
          num_objects_degraded: 0,
          num_objects_misplaced: 0,
          num_objects_unfound: 0,
        },
      },
      df: { stats: { total_bytes: 2048, total_used_raw_bytes: 1024 } },
    };
  }
}
