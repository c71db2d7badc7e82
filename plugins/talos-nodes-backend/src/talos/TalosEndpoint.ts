import type { MessageInitShape } from '@bufbuild/protobuf';
import { type Client, createClient } from '@connectrpc/connect';
import {
  createGrpcTransport,
  Http2SessionManager,
} from '@connectrpc/connect-node';
import type { TalosAccess } from './config/TalosAccess';
import { followWatch, type WatchOptions } from './followWatch';
import { RECEIVE_LIMIT_BYTES } from './MessageReader';
import { State, type WatchRequestSchema } from './protocol/cosi_pb';
import { MachineService } from './protocol/machine_pb';

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

  /** Follows a watch until either side ends it. */
  watch(
    request: MessageInitShape<typeof WatchRequestSchema>,
    options: WatchOptions,
  ): Promise<void> {
    return followWatch(this.#sessions, request, options);
  }

  /** Ends calls under way. */
  close() {
    this.#sessions.abort();
  }
}
