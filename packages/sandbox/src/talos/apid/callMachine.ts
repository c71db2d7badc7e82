import { ApiError, notAuthorized } from '../wire/ApiError';
import type { MachineCall, TalosMethod } from '../machined/TalosMethod';

type UnaryMethod = Extract<TalosMethod, { kind: 'unary' }>;
type StreamMethod = Extract<TalosMethod, { kind: 'stream' }>;

/** One answer of one machine, as late as the machine is slow. Rejects with an {@link ApiError}, or when the caller is gone. */
export async function callMachine(
  method: UnaryMethod,
  call: MachineCall,
): Promise<Uint8Array> {
  await reach(method, call);
  return method.answer(call);
}

/** The frames of one machine's stream. Ends as the machine ends it, or with why the machine went away. */
export async function* streamMachine(
  method: StreamMethod,
  call: MachineCall,
): AsyncGenerator<Uint8Array> {
  const { life } = call.machine;
  const signal = AbortSignal.any([call.signal, life]);
  await reach(method, call);
  for await (const frame of method.frames({ ...call, signal })) {
    life.throwIfAborted();
    yield frame;
  }
  life.throwIfAborted();
}

/** Passes once the machine answers, and the caller may call. */
async function reach(
  method: TalosMethod,
  { machine, roles, signal }: MachineCall,
): Promise<void> {
  if (!machine.isOn) {
    throw machine.unreachable();
  }
  const ends = AbortSignal.any([signal, machine.life]);
  if (machine.hanging) {
    await wait(ends);
  } else if (machine.delay > 0) {
    await wait(ends, machine.delay);
  }
  ends.throwIfAborted();
  if (
    !roles.includes('os:admin') &&
    !method.roles.some(role => roles.includes(role))
  ) {
    throw notAuthorized();
  }
}

/** Until the signal fires, or the time is over. */
function wait(signal: AbortSignal, milliseconds?: number): Promise<void> {
  return new Promise(resolve => {
    const timer =
      milliseconds === undefined ? undefined : setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish);
    function finish() {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    }
    if (signal.aborted) {
      finish();
    }
  });
}

/** What the caller gets for anything that was thrown. */
export function toApiError(error: unknown): ApiError {
  return error instanceof ApiError
    ? error
    : new ApiError(2, error instanceof Error ? error.message : String(error));
}
