import type { ForgeKind } from '../ForgeKind';
import { failureToForgeError, responseToForgeError } from './toForgeError';

export interface ForgeCall {
  kind: ForgeKind;
  method: 'GET' | 'POST' | 'PUT';
  /** Whole address, with each segment encoded. */
  endpoint: string;
  headers: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  signal: AbortSignal;
  deadlineMilliseconds: number;
}

/**
 * One call, one deadline, no redirect.
 *
 * @throws ForgeError for everything that is no success; the signal's reason when it aborts.
 */
export async function callForge(
  call: ForgeCall,
): Promise<{ response: Response; text: string }> {
  const { kind, signal, deadlineMilliseconds } = call;
  let response: Response;
  let text: string;
  try {
    response = await fetch(call.endpoint, {
      method: call.method,
      redirect: 'manual',
      signal: AbortSignal.any([
        signal,
        AbortSignal.timeout(deadlineMilliseconds),
      ]),
      headers: {
        accept: 'application/json',
        ...(call.body !== undefined && { 'content-type': 'application/json' }),
        ...call.headers,
      },
      body: call.body === undefined ? undefined : JSON.stringify(call.body),
    });
    text = await response.text();
  } catch (error) {
    signal.throwIfAborted();
    throw failureToForgeError(kind, error, {
      host: new URL(call.endpoint).host,
      deadlineMilliseconds,
    });
  }
  if (!response.ok) {
    throw responseToForgeError(kind, response, text);
  }
  return { response, text };
}
