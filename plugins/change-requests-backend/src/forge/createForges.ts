import type { ForgeClient, ForgeOptions } from './ForgeClient';
import type { ForgeKind } from './ForgeKind';
import { GiteaForgeClient } from './gitea/GiteaForgeClient';
import { GithubForgeClient } from './github/GithubForgeClient';
import { GitlabForgeClient } from './gitlab/GitlabForgeClient';

/** One client for each forge, with the credentials under `integrations:`. */
export function createForges(
  options: ForgeOptions,
): Record<ForgeKind, ForgeClient> {
  return {
    github: GithubForgeClient.create(options),
    gitlab: GitlabForgeClient.create(options),
    gitea: GiteaForgeClient.create(options),
  };
}
