import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { forgeKinds, type ForgeKind } from './forge/ForgeKind';

/** What this plugin wants to know of one platform. */
export interface ChangeRequestPlatform {
  forge: ForgeKind;
  /** Entity ref of a group. */
  platformTeam?: string;
  labels: string[];
  reviewers: string[];
}

export interface ChangeRequestsConfig {
  /** By the key under `platforms:`. */
  platforms: Map<string, ChangeRequestPlatform>;
  pollMilliseconds: number;
  observeMilliseconds: number;
  callTimeoutMilliseconds: number;
  refreshTimeoutMilliseconds: number;
  leaseMilliseconds: number;
  backoffMilliseconds: number;
  maxTries: number;
}

const names = z.array(z.string().min(1).max(100)).max(20).default([]);

const platformSchema = z.object({
  forge: z.enum(forgeKinds).default('github'),
  platformTeam: z
    .string()
    .regex(
      /^group:[a-z0-9-]+\/[A-Za-z0-9._-]+$/,
      'must be the entity ref of a group, such as group:default/platform',
    )
    .optional(),
  changeRequests: z
    .object({ labels: names, reviewers: names })
    .default({ labels: [], reviewers: [] }),
});

const seconds = (fallback: number) =>
  z
    .number()
    .positive()
    .max(3600)
    .default(fallback)
    .transform(value => value * 1000);

const settingsSchema = z.object({
  pollSeconds: seconds(2),
  observeSeconds: seconds(5),
  callTimeoutSeconds: seconds(10),
  refreshTimeoutSeconds: seconds(5),
  leaseSeconds: seconds(60),
  backoffSeconds: seconds(2),
  maxTries: z.number().int().min(1).max(50).default(6),
});

/** @throws InputError with a sentence that names the wrong key. */
export function readChangeRequestsConfig(config: Config): ChangeRequestsConfig {
  const platforms = config.getOptionalConfig('platforms');
  const settings = parse(
    settingsSchema,
    config.getOptional('changeRequests') ?? {},
    'changeRequests',
  );
  return {
    platforms: new Map(
      (platforms?.keys() ?? []).map(id => {
        const { forge, platformTeam, changeRequests } = parse(
          platformSchema,
          platforms?.get(id),
          `platforms.${id}`,
        );
        return [id, { forge, platformTeam, ...changeRequests }];
      }),
    ),
    pollMilliseconds: settings.pollSeconds,
    observeMilliseconds: settings.observeSeconds,
    callTimeoutMilliseconds: settings.callTimeoutSeconds,
    refreshTimeoutMilliseconds: settings.refreshTimeoutSeconds,
    leaseMilliseconds: settings.leaseSeconds,
    backoffMilliseconds: settings.backoffSeconds,
    maxTries: settings.maxTries,
  };
}

function parse<T>(schema: z.ZodType<T>, value: unknown, key: string): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(
      `The configuration key ${[key, ...path].join('.')} is not valid: ${message}`,
    );
  }
  return parsed.data;
}
