import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
) => void;

/** A simulated API over real HTTP on loopback. */
export abstract class FakeServer {
  /** Answers instead of the API while it is set. */
  fault: Answer | undefined;
  readonly requests: string[] = [];
  readonly #server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.requests.push(request.url ?? '');
      if (this.fault) this.fault(request, response);
      else this.answer(request, response);
    });
  }

  protected abstract answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): void;

  async listen(port = 0) {
    await new Promise<void>(resolve =>
      this.#server.listen(port, '127.0.0.1', resolve),
    );
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
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function isAddressInfo(
  address: AddressInfo | string | null,
): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
