import {
  DefaultGithubCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';

/**
 * How Git proves itself to the forge of a repository, by the forge's entry
 * under `integrations:`; `undefined` where there is none or it has no token.
 */
export function createAuthorization(
  integrations: ScmIntegrationRegistry,
  url: string,
): () => Promise<string | undefined> {
  const github =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  return async () => {
    if (!integrations.github.byUrl(url)) return undefined;
    const { token } = await github.getCredentials({ url });
    if (!token) return undefined;
    const pair = Buffer.from(`x-access-token:${token}`).toString('base64');
    return `Basic ${pair}`;
  };
}
