import { type Metadata, status } from '@grpc/grpc-js';
import { ApiError } from '../wire/ApiError';
import { addMetadataToAnswer, toFailedAnswer } from '../wire/addMetadata';
import type { SimulatedMachine } from '../fleet/SimulatedMachine';
import type { TalosMethod } from '../machined/TalosMethod';
import { callMachine, streamMachine, toApiError } from './callMachine';
import { routeCall, unknownTarget } from './routeCall';

/** A call as it came in at an endpoint. */
export interface IncomingCall {
  metadata: Metadata;
  request: Uint8Array;
  roles: string[];
  signal: AbortSignal;
  /** The machine whose endpoint it is. */
  local: SimulatedMachine;
  find(target: string): SimulatedMachine | undefined;
}

/** One machine's answer as it is, or those of several one after the other, with failures among them. */
export async function proxyUnary(
  method: Extract<TalosMethod, { kind: 'unary' }>,
  call: IncomingCall,
): Promise<Uint8Array> {
  const { request, roles, signal } = call;
  const route = routeCall(call.metadata, method.path, call.local, call.find);
  if (route.kind === 'one') {
    const { machine } = route;
    return callMachine(method, { machine, request, roles, signal });
  }
  const answers = await Promise.all(
    route.targets.map(async ({ name, machine }) => {
      try {
        if (!machine) {
          throw unknownTarget(name);
        }
        return addMetadataToAnswer(
          await callMachine(method, { machine, request, roles, signal }),
          name,
        );
      } catch (error) {
        return toFailedAnswer(name, toApiError(error));
      }
    }),
  );
  return Buffer.concat(answers);
}

/** The frames of one machine. Of the streams that may go to several, the simulator has none. */
export async function* proxyStream(
  method: Extract<TalosMethod, { kind: 'stream' }>,
  call: IncomingCall,
): AsyncGenerator<Uint8Array> {
  const { request, roles, signal } = call;
  const route = routeCall(call.metadata, method.path, call.local, call.find);
  if (route.kind === 'many') {
    throw new ApiError(
      status.UNIMPLEMENTED,
      `the simulator does not do ${method.path} on several nodes`,
    );
  }
  const { machine } = route;
  yield* streamMachine(method, { machine, request, roles, signal });
}
