import { setTimeout as sleep } from 'node:timers/promises';
import {
  ConflictError,
  ForwardedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ChangeRequest } from '@internal/plugin-change-requests-common';

const pollMilliseconds = 250;
const deadlineMilliseconds = 30_000;

/**
 * Waits until a change request is on the forge. One that is still a draft at
 * the deadline is returned as it is: it goes on without this step. A reading
 * that fails is tried again until the deadline.
 *
 * @throws ConflictError, ServiceUnavailableError where the request has failed:
 * with the reason, the next step, and where to take it
 */
export async function awaitOpened(options: {
  read: () => Promise<ChangeRequest>;
  changeRequestUrl: string;
  signal?: AbortSignal;
}): Promise<ChangeRequest> {
  const { read, changeRequestUrl, signal } = options;
  const deadline = Date.now() + deadlineMilliseconds;
  for (;;) {
    signal?.throwIfAborted();
    const isLast = Date.now() >= deadline;
    const request = await read().catch((error: unknown) => {
      if (isLast) {
        throw new ForwardedError(
          `The change request is stored, but its state cannot be read; follow ${changeRequestUrl}`,
          error,
        );
      }
      return undefined;
    });
    if (request?.failure && request.state === 'failed') {
      const { message, nextStep, retryable } = request.failure;
      const sentence = `${message} ${nextStep} The request is kept at ${changeRequestUrl}`;
      throw retryable
        ? new ServiceUnavailableError(sentence)
        : new ConflictError(sentence);
    }
    if (request && (request.state !== 'draft' || isLast)) {
      return request;
    }
    await sleep(pollMilliseconds, undefined, { signal });
  }
}
