import type { IncomingMessage, ServerResponse } from 'node:http';
import { FakeServer, sendJson } from './FakeServer';

export interface FakeObject {
  metadata: { name: string; namespace: string; [key: string]: unknown };
  [key: string]: unknown;
}

/** The two lists of a Kubernetes API that Flux is read by, in pages as its chunking has them. */
export class FakeKubernetes extends FakeServer {
  kustomizations: FakeObject[] = [];
  /** `undefined`: the kind is not installed. */
  helmReleases: FakeObject[] | undefined = [];
  readonly #token: string;

  static async start(options: { token: string }) {
    const fake = new FakeKubernetes(options.token);
    await fake.listen();
    return fake;
  }

  private constructor(token: string) {
    super();
    this.#token = token;
  }

  protected answer(request: IncomingMessage, response: ServerResponse) {
    if (request.headers.authorization !== `Bearer ${this.#token}`) {
      sendStatus(response, 401, 'Unauthorized');
      return;
    }
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    const objects = {
      '/apis/kustomize.toolkit.fluxcd.io/v1/kustomizations':
        this.kustomizations,
      '/apis/helm.toolkit.fluxcd.io/v2/helmreleases': this.helmReleases,
    }[pathname];
    if (!objects) {
      sendStatus(response, 404, 'NotFound');
      return;
    }
    const start = Number(searchParams.get('continue') ?? 0);
    const end = start + Number(searchParams.get('limit') ?? objects.length);
    sendJson(response, 200, {
      kind: 'List',
      metadata: {
        resourceVersion: '1',
        ...(end < objects.length && { continue: String(end) }),
      },
      items: objects.slice(start, end),
    });
  }
}

function sendStatus(response: ServerResponse, code: number, reason: string) {
  sendJson(response, code, {
    kind: 'Status',
    apiVersion: 'v1',
    status: 'Failure',
    reason,
    code,
  });
}
