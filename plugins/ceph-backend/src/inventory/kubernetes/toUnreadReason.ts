import type { UnreadReason } from '@internal/plugin-ceph-common';
import type { HttpFailure } from '@internal/upstream';

/** Why a list of the Kubernetes API is not known. */
export function toUnreadReason({ reason }: HttpFailure): UnreadReason {
  return reason === 'forbidden' || reason === 'token-refused'
    ? 'not-allowed'
    : 'not-reachable';
}
