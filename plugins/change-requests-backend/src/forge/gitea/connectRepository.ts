import { noToken } from '../createGitAuthorize';
import type { ForgeOptions, ForgeRepository } from '../ForgeClient';
import type { ConnectedRepository } from '../http/ConnectedRepository';
import { RestApi } from '../http/RestApi';
import { encodePath, repositoryPath } from '../repositoryPath';

/** By the repository's entry under `integrations.gitea`. */
export function connectRepository(
  { url }: ForgeRepository,
  options: ForgeOptions,
): ConnectedRepository {
  const config = options.integrations.gitea.byUrl(url)?.config;
  if (!config?.password) {
    throw noToken('gitea', url);
  }
  const { username, password } = config;
  const address = (config.baseUrl ?? new URL(url).origin).replace(/\/+$/, '');
  const authorization = username
    ? `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
    : `token ${password}`;
  return {
    path: `/repos/${encodePath(repositoryPath(url, address))}`,
    api: new RestApi({
      kind: 'gitea',
      baseUrl: `${address}/api/v1`,
      headers: { authorization },
      deadlineMilliseconds: options.deadlineMilliseconds,
    }),
  };
}
