import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const GROUP_REF = /^group:[^:/\s]+\/[^:/\s]+$/;

/**
 * The teams of all platforms, in lower case as ownership claims are.
 *
 * @throws InputError where a team is not written as `group:<namespace>/<name>`.
 */
export function readPlatformTeams(config: RootConfigService): string[] {
  const platforms = config.getOptionalConfig('platforms');
  const ids = platforms?.keys() ?? [];
  return ids.flatMap(id => {
    const key = `${id}.platformTeam`;
    const team = platforms?.getOptionalString(key)?.toLocaleLowerCase('en-US');
    if (team === undefined) return [];
    if (!GROUP_REF.test(team)) {
      throw new InputError(
        `Configuration key platforms.${key}: "${team}" is not a full group reference; write it as group:default/platform`,
      );
    }
    return [team];
  });
}
