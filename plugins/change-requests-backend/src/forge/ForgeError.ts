import { CustomErrorBase } from '@backstage/errors';

/** Every way in which a forge can fail, whichever forge it is. */
export const forgeErrorCodes = [
  'no-credentials',
  'bad-credentials',
  'forbidden',
  'rate-limited',
  'not-found',
  'archived',
  'stale',
  'invalid',
  'unavailable',
  'timeout',
  'malformed',
] as const;
export type ForgeErrorCode = (typeof forgeErrorCodes)[number];

/** What the forge said or did not say. The message never holds credentials. */
export class ForgeError extends CustomErrorBase {
  override name = 'ForgeError' as const;
  readonly code: ForgeErrorCode;
  /** The sentence for people, without what caused it. */
  readonly reason: string;
  /** When the forge asks not to be called before; milliseconds since 1970. */
  readonly retryAt?: number;

  constructor(
    code: ForgeErrorCode,
    message: string,
    options: { retryAt?: number; cause?: unknown } = {},
  ) {
    super(message, options.cause);
    this.code = code;
    this.reason = message;
    this.retryAt = options.retryAt;
  }
}
