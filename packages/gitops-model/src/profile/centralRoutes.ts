import { blockOptions } from './blockOptions';
import { isWritable } from './isWritable';
import type { BlockOptions, Layout, Profile, WritableProfile } from './Profile';
import { sharesDirectory } from './routeFiles';

/** Where routes of all apps of a layout lie together. */
export interface CentralRoutes {
  layout: Layout;
  options: BlockOptions<'http-route'>;
}

/** Directories in which a profile puts the routes of all apps. */
export function centralRoutes(
  profile: Profile | WritableProfile,
): CentralRoutes[] {
  if (!isWritable(profile)) return [];
  return profile.layouts.flatMap(layout =>
    blockOptions(profile, layout, 'http-route')
      .filter(sharesDirectory)
      .map(options => ({ layout, options })),
  );
}
