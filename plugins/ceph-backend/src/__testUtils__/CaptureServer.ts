import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Beside the checkout, where there are captures at all. */
export const capturesDirectory = resolve(
  __dirname,
  '../../../../../shared/captures/ceph',
);

export function readCapture(state: string, file: string): unknown {
  const path = join(capturesDirectory, state, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

const resourceSchema = z.looseObject({
  status: z.looseObject({
    ceph: z.looseObject({
      capacity: z.looseObject({ lastUpdated: z.string() }).optional(),
    }),
  }),
});

/**
 * Serves captured answers over HTTP: `/<state>/kubernetes` is a Kubernetes API,
 * `/<state>/manager` and `/<state>/small-role` the manager's, `/<state>/metrics`
 * the Prometheus module. Only the time of Rook's last look is set to now.
 */
export class CaptureServer {
  readonly token = randomBytes(16).toString('hex');
  readonly #server = createServer((request, response) =>
    this.#answer(request, response),
  );

  static async start(): Promise<CaptureServer> {
    const server = new CaptureServer();
    await new Promise<void>(listening =>
      server.#server.listen(0, '127.0.0.1', listening),
    );
    return server;
  }

  url(state: string): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/${state}`;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise(closed => this.#server.close(closed));
  }

  #answer(request: IncomingMessage, response: ServerResponse) {
    const [, state, system, ...rest] = (request.url ?? '').split('/');
    const path = rest.join('/');
    const reply = (status: number, body: unknown, headers = {}) => {
      response.writeHead(status, {
        'content-type': 'application/json',
        ...headers,
      });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    if (system === 'kubernetes') {
      const items = /\/cephclusters\?/.test(path) ? [readCluster(state)] : [];
      return reply(200, { kind: 'List', metadata: {}, items });
    }
    if (system === 'metrics') {
      const file = join(capturesDirectory, state, 'prometheus_metrics.txt');
      // Nobody listened where no manager ran.
      return existsSync(file)
        ? reply(200, readFileSync(file, 'utf8'))
        : request.socket.destroy();
    }
    if (state.includes('no_mgr')) return request.socket.destroy();
    return this.#answerManager(state, system, path, request, reply);
  }

  #answerManager(
    state: string,
    role: string,
    path: string,
    { headers, method, socket }: IncomingMessage,
    reply: (status: number, body: unknown, headers?: object) => void,
  ) {
    const isQuorumLost = state.includes('quorum_lost');
    if (path === 'api/auth' && method === 'POST') {
      // It hangs in Ceph as well; a token may have been given before.
      if (isQuorumLost && !state.includes('existing_token')) return undefined;
      return reply(201, { token: this.token, permissions: {} });
    }
    if (headers.authorization !== `Bearer ${this.token}`) {
      return reply(401, { detail: 'You are not authorized' });
    }
    const prefix = role === 'small-role' ? 'dash_minirole_' : 'dash_';
    switch (path) {
      case 'api/osd/settings':
        if (isQuorumLost) return undefined;
        return reply(200, { nearfull_ratio: 0.85, full_ratio: 0.95 });
      case 'api/health/full': {
        const full =
          readCapture(state, `${prefix}health_full.json`) ??
          readCapture(state, `${prefix}health_full_after_40.json`);
        return full ? reply(200, full) : socket.destroy();
      }
      case 'api/osd':
      case 'api/osd?limit=-1': {
        const osds = z
          .array(z.unknown())
          .optional()
          .parse(
            path.endsWith('-1')
              ? readCapture(state, `${prefix}osd_all.json`)
              : (readCapture(state, `${prefix}osd.json`) ??
                  readCapture(state, `${prefix}osd_default.json`)),
          );
        if (!osds) return reply(404, { detail: 'not captured' });
        const isPaged = readCapture(state, `${prefix}osd_all.json`);
        return reply(
          200,
          osds,
          isPaged ? { 'x-total-count': '12' } : undefined,
        );
      }
      default:
        return reply(404, { detail: 'not captured' });
    }
  }
}

function readCluster(state: string): unknown {
  const now = new Date().toISOString();
  const resource = resourceSchema.parse(
    readCapture(state, 'derived_cephcluster_cr.json'),
  );
  return {
    ...resource,
    status: {
      ...resource.status,
      ceph: { ...resource.status.ceph, lastChecked: now },
    },
  };
}
