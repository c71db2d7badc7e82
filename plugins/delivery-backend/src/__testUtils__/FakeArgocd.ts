import type { IncomingMessage, ServerResponse } from 'node:http';
import { FakeServer, sendJson } from './FakeServer';

/** An application as the details call of Argo CD shows it. */
export type FakeApplication = {
  metadata: { name: string; namespace: string };
  [key: string]: unknown;
};

/**
 * The two calls of Argo CD's API that the plugin makes, over real HTTP. The
 * list leaves out revisions and history, as Argo CD's projection does.
 */
export class FakeArgocd extends FakeServer {
  applications: FakeApplication[] = [];
  readonly #token: string;

  static async start(options: { token: string; port?: number }) {
    const fake = new FakeArgocd(options.token);
    await fake.listen(options.port);
    return fake;
  }

  private constructor(token: string) {
    super();
    this.#token = token;
  }

  protected answer(request: IncomingMessage, response: ServerResponse) {
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
  }
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
