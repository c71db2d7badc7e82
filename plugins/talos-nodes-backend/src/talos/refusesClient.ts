import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { TalosAccess } from './config/TalosAccess';

/**
 * Whether an endpoint ends the connection as soon as it saw the client
 * certificate. With TLS 1.3 a server tells so after the handshake, and Node's
 * HTTP/2 tells nobody; hence a connection without it.
 */
export async function refusesClient(
  address: string,
  access: TalosAccess,
  deadlineMilliseconds: number,
): Promise<boolean> {
  const { hostname, port } = new URL(address);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const socket = connect({
    host,
    port: Number(port),
    servername: isIP(host) ? undefined : host,
    ca: access.authority,
    cert: access.certificate,
    key: access.key,
    ALPNProtocols: ['h2'],
  });
  try {
    return await new Promise<boolean>(resolve => {
      let isShaken = false;
      socket.once('secureConnect', () => {
        isShaken = true;
      });
      // A server that takes the client sends its HTTP/2 settings first.
      socket.once('data', () => resolve(false));
      socket.once('error', () => resolve(isShaken));
      socket.once('close', () => resolve(isShaken));
      socket.setTimeout(deadlineMilliseconds, () => resolve(false));
    });
  } finally {
    socket.destroy();
  }
}
