import type { Profile } from '../profile/Profile';

/** The app a deployment unit belongs to: what the profile's label says, else the unit's own name. */
export function appNameOf(
  { apps }: Profile,
  labels: Record<string, string>,
  name: string,
): string {
  return (apps.nameLabel && labels[apps.nameLabel]) || name;
}
