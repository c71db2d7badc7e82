import {
  DefaultGithubCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';

/**
 * How Git proves itself to the forge of a repository, by the forge's entry
 * under `integrations:`; `undefined` where there is none or it has no token.
 * GitHub, GitLab, Gitea and Forgejo take a token as the password of any user.
 */
export function createAuthorization(
  integrations: ScmIntegrationRegistry,
  url: string,
): () => Promise<string | undefined> {
  const github =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  return async () => {
    if (integrations.github.byUrl(url)) {
      const { token } = await github.getCredentials({ url });
      return toBasic('x-access-token', token);
    }
    const gitlab = integrations.gitlab.byUrl(url)?.config;
    if (gitlab) return toBasic('oauth2', gitlab.token);
    const gitea = integrations.gitea.byUrl(url)?.config;
    return toBasic(gitea?.username ?? 'oauth2', gitea?.password);
  };
}

function toBasic(
  user: string,
  password: string | undefined,
): string | undefined {
  if (!password) return undefined;
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
