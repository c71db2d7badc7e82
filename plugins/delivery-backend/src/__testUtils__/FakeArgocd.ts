import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** An application as the details call of Argo CD shows it. */
export type FakeApplication = {
  metadata: { name: string; namespace: string };
  [key: string]: unknown;
};

/**
 * The two calls of Argo CD's API that the plugin makes, over real HTTP. The
 * list leaves out revisions and history, as Argo CD's projection does.
 */
export class FakeArgocd {
  applications: FakeApplication[] = [];
  /** Answers instead of Argo CD while it is set. */
  fault: Answer | undefined;
  readonly requests: string[] = [];
  readonly #server;
  readonly #token: string;

  static async start(options: { token: string; port?: number }) {
    const fake = new FakeArgocd(options.token);
    await new Promise<void>(resolve =>
      fake.#server.listen(options.port ?? 0, '127.0.0.1', resolve),
    );
    return fake;
  }

  private constructor(token: string) {
    this.#token = token;
    this.#server = createServer((request, response) => {
      this.requests.push(request.url ?? '');
      (this.fault ?? this.#answer)(request, response);
    });
  }

  get port(): number {
    const address = this.#server.address();
    if (!isAddressInfo(address)) throw new Error('The server is not listening');
    return address.port;
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #answer: Answer = (request, response) => {
    if (request.headers.authorization !== `Bearer ${this.#token}`) {
      const message = 'invalid session: token signature is invalid';
      return sendJson(response, 401, { error: message, message, code: 16 });
    }
    const { pathname } = new URL(request.url ?? '', this.url);
    const name = pathname.split('/').slice(4).map(decodeURIComponent).join('/');
    if (name === '') {
      return sendJson(response, 200, {
        metadata: { resourceVersion: '1' },
        items: this.applications.length
          ? this.applications.map(toProjection)
          : null,
      });
    }
    const application = this.applications.find(
      candidate => candidate.metadata.name === name,
    );
    return application
      ? sendJson(response, 200, application)
      : sendJson(response, 403, { error: 'permission denied', code: 7 });
  };
}

function sendJson(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function isAddressInfo(
  address: AddressInfo | string | null,
): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

function toProjection({ metadata, status }: FakeApplication) {
  return { metadata, status: omit(status, ['history', 'conditions']) };
}

function omit(value: unknown, keys: string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !keys.includes(key))
      .map(([key, inner]) => [
        key,
        omit(inner, ['revision', 'revisions', 'message', 'syncResult']),
      ]),
  );
}
