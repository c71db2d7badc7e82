import { CustomErrorBase } from '@backstage/errors';
import { ForgeError, type ForgeErrorCode } from '../forge/ForgeError';
import type { Refusal } from '../protocol/decide';
import type { Failure } from './Intent';

export type DeliveryErrorCode =
  | ForgeErrorCode
  | Refusal
  | 'checks-failed'
  | 'nothing-to-do'
  | 'repository-unavailable'
  | 'platform-missing'
  | 'internal';

/** Why a request did not become a pull request, by name. */
export class DeliveryError extends CustomErrorBase {
  override name = 'DeliveryError' as const;
  readonly code: DeliveryErrorCode;
  /** The sentence for people, without what caused it. */
  readonly reason: string;

  constructor(code: DeliveryErrorCode, message: string, cause?: unknown) {
    super(message, cause);
    this.code = code;
    this.reason = message;
  }
}

interface Remedy {
  /** The worker tries again by itself. */
  transient?: true;
  /** Somebody may try again, after the next step. */
  retryable: boolean;
  nextStep: string;
}

const tryAgain = 'Wait until the forge answers again, then retry.';
const askPlatformTeam = (what: string) =>
  `Ask the platform team to ${what}, then retry.`;

const remedies: Record<DeliveryErrorCode, Remedy> = {
  'no-credentials': {
    retryable: true,
    nextStep: askPlatformTeam(
      'configure credentials of the forge under integrations',
    ),
  },
  'bad-credentials': {
    retryable: true,
    nextStep: askPlatformTeam('renew the credentials under integrations'),
  },
  forbidden: {
    retryable: true,
    nextStep: askPlatformTeam(
      'let the credentials write contents and pull requests of the repository',
    ),
  },
  'not-found': {
    retryable: true,
    nextStep: askPlatformTeam(
      'check the repository address, its branch and the access of the credentials',
    ),
  },
  archived: {
    retryable: true,
    nextStep: askPlatformTeam(
      'take the repository out of the archive or configure its successor',
    ),
  },
  invalid: {
    retryable: true,
    nextStep: 'Read what the forge says, put it right there, then retry.',
  },
  'rate-limited': { transient: true, retryable: true, nextStep: tryAgain },
  stale: { transient: true, retryable: true, nextStep: 'Retry.' },
  unavailable: { transient: true, retryable: true, nextStep: tryAgain },
  timeout: { transient: true, retryable: true, nextStep: tryAgain },
  malformed: { transient: true, retryable: true, nextStep: tryAgain },
  'repository-unavailable': {
    transient: true,
    retryable: true,
    nextStep:
      'Wait until the portal can read the GitOps repository again, then retry.',
  },
  'foreign-commits': {
    retryable: true,
    nextStep:
      'Finish the branch by hand, or delete it together with its pull request, then retry.',
  },
  'branch-differs': {
    retryable: true,
    nextStep: 'Look at the branch and delete it, then retry.',
  },
  'branch-missing': {
    retryable: true,
    nextStep: 'Restore the branch or close its pull request, then retry.',
  },
  'closed-unmerged': {
    retryable: true,
    nextStep:
      'Read on the pull request why it was closed. Retry opens a new one on a new branch.',
  },
  'merged-then-changed': {
    retryable: true,
    nextStep:
      'Find out who changed it after the merge and why. Retry opens a new pull request.',
  },
  'checks-failed': {
    retryable: true,
    nextStep:
      'Ask anew with other values, or retry once what the findings name is put right.',
  },
  'nothing-to-do': {
    retryable: false,
    nextStep: 'There is nothing left to do.',
  },
  'platform-missing': {
    retryable: true,
    nextStep: askPlatformTeam('configure the platform again'),
  },
  internal: {
    transient: true,
    retryable: true,
    nextStep: askPlatformTeam('look into the log of the portal'),
  },
};

/** Says a failure in words that reach the user; nothing internal leaks. */
export function toFailure(error: unknown): Failure & { transient: boolean } {
  const known = error instanceof DeliveryError || error instanceof ForgeError;
  const code = known ? error.code : 'internal';
  const { nextStep, retryable, transient = false } = remedies[code];
  return {
    code,
    message: known
      ? error.reason
      : 'The portal failed in a way it does not know',
    nextStep,
    retryable,
    transient,
  };
}
