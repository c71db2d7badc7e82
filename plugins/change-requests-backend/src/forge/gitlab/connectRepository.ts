import { noToken } from '../createGitAuthorize';
import type { ForgeOptions, ForgeRepository } from '../ForgeClient';
import type { ConnectedRepository } from '../http/ConnectedRepository';
import { RestApi } from '../http/RestApi';
import { repositoryPath } from '../repositoryPath';

/** By the repository's entry under `integrations.gitlab`. */
export function connectRepository(
  { url }: ForgeRepository,
  options: ForgeOptions,
): ConnectedRepository {
  const config = options.integrations.gitlab.byUrl(url)?.config;
  if (!config?.token) {
    throw noToken('gitlab', url);
  }
  const path = repositoryPath(url, config.baseUrl);
  return {
    path: `/projects/${encodeURIComponent(path)}`,
    api: new RestApi({
      kind: 'gitlab',
      baseUrl: config.apiBaseUrl.replace(/\/+$/, ''),
      headers: { authorization: `Bearer ${config.token}` },
      deadlineMilliseconds: options.deadlineMilliseconds,
    }),
  };
}
