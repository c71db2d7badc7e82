import type { GitRepository } from '../../git/GitRepository';
import { maySee, type ForgeAccount } from './ForgeAccount';
import { forbidden, notFound } from './ForgeError';
import type { ForgeState } from './ForgeState';

/** Throws as the forge does for accounts that only read, and for archived repositories. */
export function requireWriteAccess(
  forge: ForgeState,
  account: ForgeAccount,
  repository: GitRepository,
  permission: 'contents' | 'pull_requests' = 'contents',
) {
  if (!maySee(account, repository.fullName)) {
    throw notFound(
      `Could not resolve to a Repository with the name '${repository.fullName}'.`,
    );
  }
  if (forge.archived.has(repository.fullName)) {
    throw forbidden('Repository was archived so is read-only.');
  }
  if (account.permission !== 'write') {
    throw forbidden('Resource not accessible by personal access token');
  }
  if (account.grant && account.grant.permissions[permission] !== 'write') {
    throw forbidden('Resource not accessible by integration');
  }
}
