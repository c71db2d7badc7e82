import type { ScmIntegrationRegistry } from '@backstage/integration';
import { createAuthorization } from '@internal/gitops-repository/git';
import { ForgeError } from './ForgeError';
import type { ForgeKind } from './ForgeKind';

/** How Git proves itself when the portal pushes. */
export function createGitAuthorize(
  integrations: ScmIntegrationRegistry,
  kind: ForgeKind,
): (url: string) => Promise<string> {
  return async url => {
    const authorization = await createAuthorization(integrations, url)();
    if (!authorization) {
      throw noToken(kind, url);
    }
    return authorization;
  };
}

export function noToken(kind: ForgeKind, url: string): ForgeError {
  return new ForgeError(
    'no-credentials',
    `There is no token for ${new URL(url).host} under integrations.${kind}`,
  );
}
