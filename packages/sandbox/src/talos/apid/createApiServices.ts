import {
  type handleServerStreamingCall,
  type handleUnaryCall,
  type MethodDefinition,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceDefinition,
  type UntypedServiceImplementation,
  status,
} from '@grpc/grpc-js';
import { ApiError } from '../wire/ApiError';
import { machineMethods } from '../machined/machineMethods';
import { stateMethods } from '../machined/stateMethods';
import type { TalosMethod } from '../machined/TalosMethod';
import type { ApidOptions } from './Apid';
import { toApiError } from './callMachine';
import { type IncomingCall, proxyStream, proxyUnary } from './proxyCalls';

type Call =
  ServerUnaryCall<Buffer, Buffer> | ServerWritableStream<Buffer, Buffer>;
type ServiceOptions = Pick<ApidOptions, 'local' | 'find' | 'takeFault'>;

interface ApiService {
  definition: ServiceDefinition;
  implementation: UntypedServiceImplementation;
}

/** All methods as gRPC services whose messages are left as bytes, as apid leaves them. */
export function createApiServices(options: ServiceOptions): ApiService[] {
  const methods = [...machineMethods, ...stateMethods];
  return [
    {
      definition: Object.fromEntries(
        methods.map(method => [method.path, toDefinition(method)]),
      ),
      implementation: Object.fromEntries(
        methods.map(method => [
          method.path,
          method.kind === 'unary'
            ? toUnaryHandler(method, options)
            : toStreamHandler(method, options),
        ]),
      ),
    },
  ];
}

function toDefinition({
  path,
  kind,
}: TalosMethod): MethodDefinition<Buffer, Buffer> {
  const keep = (bytes: Buffer) => bytes;
  return {
    path,
    requestStream: false,
    responseStream: kind === 'stream',
    requestSerialize: keep,
    requestDeserialize: keep,
    responseSerialize: keep,
    responseDeserialize: keep,
  };
}

function toUnaryHandler(
  method: Extract<TalosMethod, { kind: 'unary' }>,
  options: ServiceOptions,
): handleUnaryCall<Buffer, Buffer> {
  return async (call, callback) => {
    try {
      const broken = await meetFault(method.path, options);
      callback(
        null,
        broken ??
          Buffer.from(await proxyUnary(method, toIncoming(call, options))),
      );
    } catch (error) {
      callback(toStatus(error));
    }
  };
}

function toStreamHandler(
  method: Extract<TalosMethod, { kind: 'stream' }>,
  options: ServiceOptions,
): handleServerStreamingCall<Buffer, Buffer> {
  return async call => {
    try {
      const broken = await meetFault(method.path, options);
      if (broken) {
        call.write(broken);
      } else {
        const incoming = toIncoming(call, options);
        for await (const frame of proxyStream(method, incoming)) {
          if (!call.write(Buffer.from(frame))) {
            await drained(call, incoming.signal);
          }
          if (incoming.signal.aborted) {
            return;
          }
        }
      }
      call.end();
    } catch (error) {
      call.emit('error', toStatus(error));
    }
  };
}

function toIncoming(call: Call, options: ServiceOptions): IncomingCall {
  const local = options.local();
  if (!local) {
    throw new ApiError(status.UNAVAILABLE, 'transport is closing');
  }
  const gone = new AbortController();
  call.on('cancelled', () => gone.abort());
  const organisations = call.getAuthContext().sslPeerCertificate?.subject.O;
  return {
    metadata: call.metadata,
    request: call.request,
    roles: [organisations ?? []].flat(),
    signal: gone.signal,
    local,
    find: options.find,
  };
}

/** Lets a fault that is set happen; bytes that are no answer are the answer then. */
async function meetFault(
  path: string,
  options: ServiceOptions,
): Promise<Buffer | undefined> {
  const fault = options.takeFault(path);
  switch (fault?.kind) {
    case undefined:
      return undefined;
    case 'slow':
      await new Promise<void>(resolve => {
        setTimeout(resolve, fault.delayMs ?? 5_000).unref();
      });
      return undefined;
    case 'malformed':
      return Buffer.from('0affffffff0f', 'hex');
    case 'forbidden':
      throw new ApiError(status.PERMISSION_DENIED, 'not authorized');
    case 'rate-limited':
      throw new ApiError(status.RESOURCE_EXHAUSTED, 'too many requests');
    case 'unavailable':
      throw new ApiError(status.UNAVAILABLE, 'connection refused');
    default:
      throw new Error(`The simulator knows no fault ${fault?.kind}.`);
  }
}

function drained(
  call: ServerWritableStream<Buffer, Buffer>,
  signal: AbortSignal,
): Promise<void> {
  return new Promise(resolve => {
    const finish = () => {
      call.off('drain', finish);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    call.once('drain', finish);
    signal.addEventListener('abort', finish);
  });
}

function toStatus(error: unknown) {
  const { code, details } = toApiError(error);
  return { code, details };
}
