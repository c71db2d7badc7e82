import { type Client, createClient } from '@connectrpc/connect';
import {
  createGrpcTransport,
  Http2SessionManager,
} from '@connectrpc/connect-node';
import type { TalosAccess } from './config/TalosAccess';
import { State } from './protocol/cosi_pb';
import { MachineService } from './protocol/machine_pb';

/** Of one answer; the Talos API itself sends no more. */
const RECEIVE_LIMIT_BYTES = 32 * 1024 * 1024;
/** An endpoint that is asked no more gives its connection back after this. */
const IDLE_MILLISECONDS = 90_000;

/** One apid that passes requests on, over one connection. */
export class TalosEndpoint {
  readonly address: string;
  readonly machine: Client<typeof MachineService>;
  readonly state: Client<typeof State>;
  readonly #sessions: Http2SessionManager;

  constructor(address: string, access: TalosAccess) {
    this.address = address;
    // No pings: grpc-go drops clients that ping more often than it expects.
    this.#sessions = new Http2SessionManager(
      address,
      { idleConnectionTimeoutMs: IDLE_MILLISECONDS },
      {
        ca: access.authority,
        cert: access.certificate,
        key: access.key,
        minVersion: 'TLSv1.2',
      },
    );
    const transport = createGrpcTransport({
      baseUrl: address,
      sessionManager: this.#sessions,
      readMaxBytes: RECEIVE_LIMIT_BYTES,
      acceptCompression: [],
    });
    this.machine = createClient(MachineService, transport);
    this.state = createClient(State, transport);
  }

  /** Ends calls under way. */
  close() {
    this.#sessions.abort();
  }
}
