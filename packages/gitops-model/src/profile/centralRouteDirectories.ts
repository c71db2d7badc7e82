import { sharesDirectory } from '../blocks/manifestRoutes';
import { directoryOf } from '../edit/directoryOf';
import { blockOptions } from './blockOptions';
import { isWritable } from './isWritable';
import type { Profile, WritableProfile } from './Profile';

/** Directories in which a profile puts the routes of all apps. */
export function centralRouteDirectories(
  profile: Profile | WritableProfile,
): string[] {
  if (!isWritable(profile)) return [];
  return profile.layouts.flatMap(layout =>
    blockOptions(profile, layout, 'http-route')
      .filter(sharesDirectory)
      .map(({ file }) => directoryOf(file)),
  );
}
