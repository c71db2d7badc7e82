import { toError } from '@backstage/errors';
import { ownComplaints } from './ownComplaints';

/** Whether the mirror on disk may be to blame; one that is set aside for it is lost only for a better one. */
export function isCorruption(error: unknown): boolean {
  return /not a git repository|object file .* is (empty|corrupt)|loose object|bad (object|config|tree|signature)|(missing|lacks the) blob|unable to read|could not parse|packfile|pack has|not a valid object|invalid sha1|shallow file|needed a single revision|does not point to a valid|unable to resolve/i.test(
    ownComplaints(toError(error).message),
  );
}

/** Git was ended in the midst of writing, or another process is at it. */
export function isLocked(error: unknown): boolean {
  return /\.lock': file exists/i.test(ownComplaints(toError(error).message));
}
