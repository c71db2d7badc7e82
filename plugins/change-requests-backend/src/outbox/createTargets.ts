import type { ChangeRequestsConfig } from '../config';
import type { ForgeClient } from '../forge/ForgeClient';
import type { ForgeKind } from '../forge/ForgeKind';
import type { Planner } from '../planning/Planner';
import { DeliveryError } from './DeliveryError';
import type { DeliveryTarget } from './deliverIntent';

/** Where the requests of a platform go, as it is configured now. */
export function createTargets(options: {
  config: ChangeRequestsConfig;
  planner: Planner;
  forges: Record<ForgeKind, ForgeClient>;
}): (platform: string) => DeliveryTarget {
  const { config, planner, forges } = options;
  return platform => {
    const settings = config.platforms.get(platform);
    const found = planner
      .repositories()
      .find(({ platform: { id } }) => id === platform);
    if (!settings || !found) {
      throw new DeliveryError(
        'platform-missing',
        `The platform ${platform} is not configured any more`,
      );
    }
    const { url, branch } = found.platform.repository;
    return {
      forge: forges[settings.forge],
      repository: { url, base: branch },
      labels: settings.labels,
      reviewers: settings.reviewers,
    };
  };
}
