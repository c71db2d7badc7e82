import { status } from '@grpc/grpc-js';
import { ApiError, notAuthorized } from '../wire/ApiError';
import type { CosiState } from './CosiState';

/** Refuses what Talos' access policy refuses; three meanings, one code. */
export function checkAccess(
  state: CosiState,
  { namespace, type }: { namespace: string; type: string },
  roles: string[],
): void {
  const known = state.types.get(type);
  if (!known) {
    throw new ApiError(
      status.PERMISSION_DENIED,
      `resource type "${type}" is not supported`,
    );
  }
  if (!state.hasNamespace(namespace)) {
    throw new ApiError(
      status.PERMISSION_DENIED,
      `namespace "${namespace}" is not supported`,
    );
  }
  if (known.sensitive && !roles.includes('os:admin')) {
    throw notAuthorized();
  }
}
