import type { Metadata } from '@grpc/grpc-js';
import {
  addMetadataToAnswer,
  addMetadataToFrame,
  toFailedAnswer,
  toFailedFrame,
} from '../wire/addMetadata';
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

/** The frames of one machine, or those of several, one machine after the other. */
export async function* proxyStream(
  method: Extract<TalosMethod, { kind: 'stream' }>,
  call: IncomingCall,
): AsyncGenerator<Uint8Array> {
  const { request, roles, signal } = call;
  const route = routeCall(call.metadata, method.path, call.local, call.find);
  if (route.kind === 'one') {
    const { machine } = route;
    yield* streamMachine(method, { machine, request, roles, signal });
    return;
  }
  for (const { name, machine } of route.targets) {
    try {
      if (!machine) {
        throw unknownTarget(name);
      }
      const frames = streamMachine(method, { machine, request, roles, signal });
      for await (const frame of frames) {
        yield addMetadataToFrame(frame, name);
      }
    } catch (error) {
      yield toFailedFrame(name, toApiError(error));
    }
  }
}
