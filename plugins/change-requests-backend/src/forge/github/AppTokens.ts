import { createSign } from 'node:crypto';
import type { GithubAppConfig } from '@backstage/integration';
import { parseJson } from '@internal/gitops-model';
import { z } from 'zod';
import { ForgeError } from '../ForgeError';
import { callForge, type ForgeCall } from '../http/callForge';
import { malformedAnswer } from '../http/toForgeError';

/** All the portal does on a GitOps repository. */
const permissions = { contents: 'write', pull_requests: 'write' };
/** GitHub's tokens live for an hour; the last minutes are left for calls under way. */
const spareMilliseconds = 5 * 60_000;
/** Seconds for which a proof of the app's key is good; clocks may differ by one minute. */
const proofSeconds = 540;

const installationSchema = z.object({ id: z.number().int() });
const tokenSchema = z.object({
  token: z.string(),
  expires_at: z.iso.datetime(),
});

export interface AppRepository {
  /** Base of the REST API, without slash at the end. */
  apiBaseUrl: string;
  owner: string;
  name: string;
}

interface KnownToken {
  token: string;
  expiresAt: number;
}

/**
 * Tokens of GitHub Apps for one repository and two permissions, whatever else
 * the app may do. They stay in memory.
 */
export class AppTokens {
  readonly #known = new Map<string, Promise<KnownToken>>();

  constructor(private readonly options: { deadlineMilliseconds: number }) {}

  /** @throws ForgeError where no app of the list is installed for the repository. */
  async token(
    apps: GithubAppConfig[],
    repository: AppRepository,
    signal: AbortSignal,
  ): Promise<string> {
    const key = toKey(repository);
    // Why one was refused was told to who asked for it: a next one may be issued.
    const known = await this.#known.get(key)?.catch(() => undefined);
    if (known && known.expiresAt - spareMilliseconds > Date.now()) {
      return known.token;
    }
    const issued = this.#issue(apps, repository, signal);
    this.#known.set(key, issued);
    return (await issued).token;
  }

  /** For a token that GitHub does not accept any more. */
  forget(repository: AppRepository): void {
    this.#known.delete(toKey(repository));
  }

  async #issue(
    apps: GithubAppConfig[],
    repository: AppRepository,
    signal: AbortSignal,
  ): Promise<KnownToken> {
    const { apiBaseUrl, owner, name } = repository;
    for (const app of apps.filter(candidate => mayServe(candidate, owner))) {
      const path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}/installation`;
      const installation = await this.#call(app, {
        method: 'GET',
        endpoint: `${apiBaseUrl}${path}`,
        schema: installationSchema,
        signal,
      }).catch(asAbsent);
      if (installation) {
        const { token, expires_at: expiresAt } = await this.#call(app, {
          method: 'POST',
          endpoint: `${apiBaseUrl}/app/installations/${installation.id}/access_tokens`,
          body: { repositories: [name], permissions },
          schema: tokenSchema,
          signal,
        });
        return { token, expiresAt: Date.parse(expiresAt) };
      }
    }
    throw new ForgeError(
      'no-credentials',
      `No app under integrations.github is installed for ${owner}/${name}`,
    );
  }

  async #call<T>(
    app: GithubAppConfig,
    call: Pick<ForgeCall, 'method' | 'endpoint' | 'body' | 'signal'> & {
      schema: z.ZodType<T>;
    },
  ): Promise<T> {
    const { text } = await callForge({
      ...call,
      kind: 'github',
      headers: { authorization: `Bearer ${proveApp(app)}` },
      deadlineMilliseconds: this.options.deadlineMilliseconds,
    });
    const answer = call.schema.safeParse(parseJson(text));
    if (!answer.success) {
      throw malformedAnswer(
        'github',
        new URL(call.endpoint).host,
        answer.error,
      );
    }
    return answer.data;
  }
}

function toKey({ apiBaseUrl, owner, name }: AppRepository): string {
  return `${apiBaseUrl} ${owner}/${name}`.toLowerCase();
}

function mayServe(app: GithubAppConfig, owner: string): boolean {
  return (
    app.allowedInstallationOwners?.some(
      allowed => allowed.toLowerCase() === owner.toLowerCase(),
    ) ?? true
  );
}

function asAbsent(error: unknown): undefined {
  if (error instanceof ForgeError && error.code === 'not-found') {
    return undefined;
  }
  throw error;
}

/** A JSON web token (RFC 7519) with the app's key. */
function proveApp({ appId, privateKey }: GithubAppConfig): string {
  const encode = (value: object) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const content = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({
    iat: now - 60,
    exp: now + proofSeconds,
    iss: String(appId),
  })}`;
  try {
    const signature = createSign('RSA-SHA256').update(content).sign(privateKey);
    return `${content}.${signature.toString('base64url')}`;
  } catch (error) {
    throw new ForgeError(
      'no-credentials',
      `The private key of app ${appId} under integrations.github cannot be used`,
      { cause: error },
    );
  }
}
