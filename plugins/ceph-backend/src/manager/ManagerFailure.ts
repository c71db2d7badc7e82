import {
  type SourceProblem,
  toSourceProblem,
} from '@internal/plugin-ceph-common';

/** Why Ceph's manager gave no usable answer. */
export type ManagerFailure =
  /** User or password is wrong, or the account is locked; not tried again. */
  | { reason: 'login-refused' }
  /** A token just given is not accepted. */
  | { reason: 'token-refused' }
  | { reason: 'forbidden'; path: string }
  /** A standby answered with a redirect to the active one, which is not followed. */
  | { reason: 'not-active' }
  | { reason: 'unreachable'; code: string }
  | { reason: 'slow' }
  | { reason: 'unavailable'; status: number }
  | { reason: 'version'; path: string }
  | { reason: 'too-large'; limitMegabytes: number }
  | { reason: 'incomplete'; path: string; got: number; total: number }
  | { reason: 'not-the-api'; status: number }
  | { reason: 'malformed'; detail: string };

/** What is wrong and what to do. */
export function describeManagerFailure(
  failure: ManagerFailure,
  url: string,
): SourceProblem {
  const { reason, ...values } = failure;
  return toSourceProblem(`manager-${reason}`, { url, ...values });
}

/** It answers, and does not let the portal in. */
export function isRefusal({ reason }: ManagerFailure): boolean {
  return (
    reason === 'login-refused' ||
    reason === 'token-refused' ||
    reason === 'forbidden'
  );
}
