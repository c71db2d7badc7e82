import { Code, ConnectError } from '@connectrpc/connect';
import { type ErrorLike, isError } from '@backstage/errors';
import type { TalosFailure } from './TalosFailure';

export const CONNECTION_CLOSED = 'connection closed';

/** What went wrong, and whether it went wrong before any machine answered. */
export interface FailedCall {
  failure: TalosFailure;
  /** Another endpoint may do better. */
  ofEndpoint: boolean;
}

export function toTalosFailure(
  thrown: unknown,
  signal?: AbortSignal,
): FailedCall {
  const error = ConnectError.from(thrown);
  const transport = toTransportFailure(error);
  if (transport) return { failure: transport, ofEndpoint: true };
  // Nobody here cancelled it: the connection ended under it.
  if (error.code === Code.Canceled && !signal?.aborted) {
    return {
      failure: { reason: 'unreachable', code: CONNECTION_CLOSED },
      ofEndpoint: true,
    };
  }
  const failure = toStatusFailure(error);
  return {
    failure,
    ofEndpoint:
      failure.reason === 'not-talos' ||
      (failure.reason === 'not-allowed' && failure.meaning === 'forwarding'),
  };
}

/** A status that the endpoint, or a machine behind it, answered with. */
function toStatusFailure({ code, rawMessage }: ConnectError): TalosFailure {
  switch (code) {
    case Code.PermissionDenied:
      return { reason: 'not-allowed', meaning: toMeaning(rawMessage) };
    case Code.NotFound:
      return { reason: 'not-found' };
    case Code.Unimplemented:
      return { reason: 'unsupported' };
    case Code.DeadlineExceeded:
    case Code.Canceled:
      return { reason: 'slow' };
    case Code.ResourceExhausted:
      return { reason: 'too-large' };
    case Code.FailedPrecondition:
      return { reason: 'watch-lost' };
    case Code.Unavailable:
      return { reason: 'unreachable', code: 'no connection to the machine' };
    default:
      return /content-type|HTTP \d{3}|invalid/i.test(rawMessage)
        ? { reason: 'not-talos' }
        : { reason: 'unreachable', code: Code[code] };
  }
}

function toMeaning(message: string) {
  if (/no request forwarding/.test(message)) return 'forwarding';
  if (/resource type .* is not supported/.test(message)) return 'type';
  if (/namespace .* is not supported/.test(message)) return 'namespace';
  return 'role';
}

/** Failures that carry a cause of Node's happened on the way. */
function toTransportFailure(error: ConnectError): TalosFailure | undefined {
  const chain = listCauses(error.cause);
  if (chain.length === 0) return undefined;
  const codes = chain.map(readCode).filter(code => code !== undefined);
  const text = `${codes.join(' ')} ${chain.map(({ message }) => message).join(' ')}`;
  if (/ECONNREFUSED/.test(text)) return { reason: 'port-closed' };
  const certificate = toCertificateFailure(text);
  if (certificate) return certificate;
  if (
    /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|NO_APPLICATION_PROTOCOL|HTTP_REQUEST|ERR_HTTP2_(?:ERROR|SESSION_ERROR)|Protocol error|ERR_SSL_/i.test(
      text,
    )
  ) {
    return { reason: 'not-talos' };
  }
  const [code = CONNECTION_CLOSED] = codes;
  return {
    reason: 'unreachable',
    code: /ECONNRESET|EPIPE/.test(code) ? CONNECTION_CLOSED : code,
  };
}

function toCertificateFailure(text: string): TalosFailure | undefined {
  if (/ALERT_CERTIFICATE_EXPIRED/i.test(text)) {
    return { reason: 'certificate-expired' };
  }
  if (/CERT_NOT_YET_VALID|CERT_HAS_EXPIRED/.test(text)) {
    return { reason: 'clock-differs' };
  }
  if (/ERR_TLS_CERT_ALTNAME_INVALID/.test(text)) {
    return { reason: 'wrong-authority', refused: 'name' };
  }
  if (
    /SELF_SIGNED_CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_SIGNATURE_FAILURE|CERT_UNTRUSTED/.test(
      text,
    )
  ) {
    return { reason: 'wrong-authority', refused: 'machine' };
  }
  return /ALERT_(?:UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE_REQUIRED|CERTIFICATE_UNKNOWN|UNSUPPORTED_CERTIFICATE|DECRYPT_ERROR|ACCESS_DENIED|HANDSHAKE_FAILURE)/i.test(
    text,
  )
    ? { reason: 'wrong-authority', refused: 'client' }
    : undefined;
}

function listCauses(first: unknown): ErrorLike[] {
  const chain: ErrorLike[] = [];
  let cause = first;
  while (isError(cause) && !chain.includes(cause)) {
    chain.push(cause);
    cause = cause.cause;
  }
  return chain;
}

function readCode({ code }: ErrorLike): string | undefined {
  return typeof code === 'string' ? code : undefined;
}
