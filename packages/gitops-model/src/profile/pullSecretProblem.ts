import { blockOptions } from './blockOptions';
import { isOneApps } from './isOneApps';
import type { Layout, WritableProfile } from './Profile';

/**
 * Why apps could not pull their images as the profile means it: where one layout
 * brings the pull secret, nothing else does, and every layout of such pods must.
 */
export function pullSecretProblem(
  profile: WritableProfile,
): string | undefined {
  const brings = (layout: Layout) =>
    blockOptions(profile, layout, 'pull-secret').length > 0;
  if (!profile.layouts.some(brings)) return undefined;
  const { pullSecret, ownRegistry } = profile.images;
  if (pullSecret === undefined || ownRegistry === undefined) {
    return 'must name images.pullSecret and images.ownRegistry for pull-secret to bring';
  }
  const templated = profile.layouts.find(
    layout =>
      blockOptions(profile, layout, 'wrapper-chart').length > 0 &&
      blockOptions(profile, layout, 'pull-secret').some(({ file }) =>
        /(^|\/)templates\//.test(file),
      ),
  );
  if (templated) {
    return `must keep the pull-secret of the layout ${templated.name} out of the templates of its chart, which Helm would fill in`;
  }
  const shared = profile.layouts.find(
    layout =>
      !layout.namespace.includes('{app}') &&
      blockOptions(profile, layout, 'pull-secret').some(({ file }) =>
        isOneApps(file),
      ),
  );
  if (shared) {
    return `must keep the pull-secret of the layout ${shared.name} in a file of the namespace, which its apps share`;
  }
  const without = profile.layouts.find(
    layout => layout.runs === 'image' && !brings(layout),
  );
  return (
    without &&
    `must have a pull-secret for the layout ${without.name}, whose pods pull with ${pullSecret}`
  );
}
