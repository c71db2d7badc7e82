import {
  createServer as createTcpServer,
  type Server as TcpServer,
  type Socket,
} from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import {
  type ConnectionInjector,
  Server,
  ServerCredentials,
} from '@grpc/grpc-js';
import type { Fault } from '../../world/faults';
import type {
  CertificateAuthority,
  Credential,
} from '../pki/CertificateAuthority';
import { toKeyPem } from '../pki/keyPem';
import type { SimulatedMachine } from '../fleet/SimulatedMachine';
import { createApiServices } from './createApiServices';
import type { EndpointMode } from './EndpointMode';

export interface ApidOptions {
  authority: CertificateAuthority;
  credential: Credential;
  /** The machine whose apid it is; nobody answers while there is none. */
  local(): SimulatedMachine | undefined;
  find(target: string): SimulatedMachine | undefined;
  /** Whether a client's certificate, by its serial number, is taken no more. */
  isRevoked(serialNumber: string): boolean;
  /** The fault that hits a call, if any. */
  takeFault(path: string): Fault | undefined;
}

const clientAuthentication = '1.3.6.1.5.5.7.3.2';

/**
 * One endpoint of the Talos API: mutual TLS before everything else, then gRPC.
 * A client's certificate has to be for clients and for nothing besides.
 */
export class Apid {
  readonly #options: ApidOptions;
  readonly #tcp: TcpServer;
  readonly #tls: ReturnType<typeof createTlsServer>;
  readonly #grpc = new Server({
    'grpc.max_receive_message_length': 32 * 1024 * 1024,
    'grpc.max_send_message_length': -1,
  });
  readonly #injector: ConnectionInjector;
  readonly #sockets = new Set<Socket>();
  mode: EndpointMode = 'up';

  private constructor(options: ApidOptions) {
    this.#options = options;
    this.#tls = createTlsServer({
      ...this.#secureContext(options.credential),
      requestCert: true,
      rejectUnauthorized: true,
      ALPNProtocols: ['h2'],
    });
    for (const { definition, implementation } of createApiServices(options)) {
      this.#grpc.addService(definition, implementation);
    }
    this.#injector = this.#grpc.createConnectionInjector(
      ServerCredentials.createInsecure(),
    );
    this.#tls.on('secureConnection', socket => this.#welcome(socket));
    // Whoever is refused in the handshake is told so by TLS itself.
    this.#tls.on('tlsClientError', () => {});
    this.#tcp = createTcpServer(socket => this.#accept(socket));
  }

  /** Listens on 127.0.0.1; port 0 takes a free one. */
  static async start(name: string, port: number, options: ApidOptions) {
    const apid = new Apid(options);
    await new Promise<void>((resolve, reject) => {
      apid.#tcp.once('error', (error: NodeJS.ErrnoException) =>
        reject(
          error.code === 'EADDRINUSE'
            ? new Error(
                `Port ${port} of the sandbox's ${name} is taken; stop the process that listens there, or set another port.`,
              )
            : error,
        ),
      );
      apid.#tcp.listen(port, '127.0.0.1', resolve);
    });
    return apid;
  }

  get port(): number {
    const address = this.#tcp.address();
    if (address === null || typeof address === 'string') {
      throw new Error('The endpoint listens on no port.');
    }
    return address.port;
  }

  /** New connections see this server certificate. */
  useCredential(credential: Credential): void {
    this.#tls.setSecureContext(this.#secureContext(credential));
  }

  /** Everybody has to connect anew. */
  dropConnections(): void {
    for (const socket of this.#sockets) {
      socket.destroy();
    }
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>(resolve => {
      this.#tcp.close(() => resolve());
    });
    this.dropConnections();
    this.#injector.destroy();
    this.#grpc.forceShutdown();
    await closed;
  }

  #secureContext({ certificate, key }: Credential) {
    return {
      ca: this.#options.authority.certificate,
      cert: certificate,
      key: toKeyPem(key),
    };
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => {});
    if (this.mode === 'down' || !this.#options.local()) {
      socket.resetAndDestroy();
    } else if (this.mode === 'not-talos') {
      socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
    } else if (this.mode === 'up') {
      this.#tls.emit('connection', socket);
    }
  }

  #welcome(socket: TLSSocket): void {
    socket.on('error', () => {});
    const certificate = socket.getPeerCertificate();
    const usages = certificate.ext_key_usage ?? [];
    if (
      usages.length !== 1 ||
      usages[0] !== clientAuthentication ||
      this.#options.isRevoked(certificate.serialNumber)
    ) {
      socket.destroy();
    } else {
      this.#injector.injectConnection(socket);
    }
  }
}
