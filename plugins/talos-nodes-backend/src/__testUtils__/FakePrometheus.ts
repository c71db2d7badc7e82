import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A Prometheus that answers every query with all its samples, over real HTTP on loopback. */
export class FakePrometheus {
  /** Labels with `__name__`, and the value. */
  samples: [Record<string, string>, number][] = [];
  /** Answers this status instead while it is set. */
  fault: number | undefined;
  readonly #server;

  static async start(token: string): Promise<FakePrometheus> {
    const fake = new FakePrometheus(token);
    await new Promise<void>(resolve =>
      fake.#server.listen(0, '127.0.0.1', resolve),
    );
    return fake;
  }

  private constructor(token: string) {
    this.#server = createServer((request, response) => {
      const isAllowed = request.headers.authorization === `Bearer ${token}`;
      const isQuery = request.url?.startsWith('/api/v1/query?query=%7B');
      const understood = isQuery ? 200 : 400;
      response.writeHead(this.fault ?? (isAllowed ? understood : 401), {
        'content-type': 'application/json',
      });
      response.end(
        JSON.stringify({
          status: 'success',
          data: {
            resultType: 'vector',
            result: this.samples.map(([metric, value]) => ({
              metric,
              value: [1_700_000_000.123, String(value)],
            })),
          },
        }),
      );
    });
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
