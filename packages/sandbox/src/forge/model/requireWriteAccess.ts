import type { GitRepository } from '../../git/GitRepository';
import type { ForgeAccount } from './ForgeAccount';
import { forbidden } from './ForgeError';
import type { ForgeState } from './ForgeState';

/** Throws as the forge does for accounts that only read, and for archived repositories. */
export function requireWriteAccess(
  forge: ForgeState,
  account: ForgeAccount,
  repository: GitRepository,
) {
  if (forge.archived.has(repository.fullName)) {
    throw forbidden('Repository was archived so is read-only.');
  }
  if (account.permission !== 'write') {
    throw forbidden('Resource not accessible by personal access token');
  }
}
