import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const schema = z.record(
  z.string(),
  z.looseObject({ platformTeam: z.string().min(1).optional() }),
);

/**
 * The entity ref of each platform's team, by platform.
 *
 * @throws InputError naming the key and what is wrong with its value.
 */
export function readPlatformTeams(
  config: RootConfigService,
): Map<string, string> {
  const parsed = schema.safeParse(config.getOptional('platforms') ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `Configuration key platforms.${issue.path.join('.')}: ${issue.message}`,
    );
  }
  return new Map(
    Object.entries(parsed.data).flatMap(([platform, { platformTeam }]) =>
      platformTeam ? [[platform, platformTeam] as const] : [],
    ),
  );
}
