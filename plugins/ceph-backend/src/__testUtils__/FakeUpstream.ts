import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A Kubernetes API that lists what it is given, over real HTTP on loopback. */
export class FakeUpstream {
  /** Items by path. */
  lists: Record<string, object[]> = {};
  /** Answered in place of a list, by path. */
  faults: Record<string, number> = {};
  readonly #token: string;
  readonly #server = createServer((request, response) => {
    const [path] = (request.url ?? '').split('?');
    const isAllowed = request.headers.authorization === `Bearer ${this.#token}`;
    response.writeHead(this.faults[path] ?? (isAllowed ? 200 : 401), {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify({ items: this.lists[path] ?? [] }));
  });

  static async start(token: string): Promise<FakeUpstream> {
    const fake = new FakeUpstream(token);
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

  async stop() {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
