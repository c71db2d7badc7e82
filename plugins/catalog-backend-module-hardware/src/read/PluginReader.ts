import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { describeProblem, getJson } from '@internal/upstream';
import type { z } from 'zod';

const DEADLINE_MILLISECONDS = 10_000;

/** Asks the portal's other backend plugins, as the catalog. */
export class PluginReader {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /** Throws `ServiceUnavailableError` for everything but an answer of that form. */
  async read<T>(
    pluginId: string,
    path: string,
    schema: z.ZodType<T>,
  ): Promise<T> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: pluginId,
    });
    const answer = await getJson({
      url: `${await this.#discovery.getBaseUrl(pluginId)}${path}`,
      token,
      schema,
      deadlineMilliseconds: DEADLINE_MILLISECONDS,
      signal: AbortSignal.timeout(DEADLINE_MILLISECONDS),
    });
    if (answer.ok) return answer.value;
    throw new ServiceUnavailableError(
      `The plugin ${pluginId} ${describeProblem(answer.failure)}`,
    );
  }
}
