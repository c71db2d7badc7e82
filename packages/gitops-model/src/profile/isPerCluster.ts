import { blocksOf } from './blockOptions';
import type { Layout, WritableProfile } from './Profile';

/** Whether apps of a layout run on chosen clusters; otherwise all clusters deploy the same files. */
export function isPerCluster(
  profile: WritableProfile,
  layout: Layout,
): boolean {
  return blocksOf(profile, layout).some(
    ({ block, file }) =>
      block !== 'cluster-settings' && file.includes('{cluster}'),
  );
}
