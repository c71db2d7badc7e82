import { blockOptions } from './blockOptions';
import type { Layout, WritableProfile } from './Profile';

/** Why what a layout puts in central files would not come to be as the profile means it. */
export function centralBlockProblem(
  profile: WritableProfile,
): string | undefined {
  return profile.layouts
    .map(
      layout => idleListener(profile, layout) ?? movedObject(profile, layout),
    )
    .find(problem => problem !== undefined);
}

function idleListener(
  profile: WritableProfile,
  layout: Layout,
): string | undefined {
  const idle = blockOptions(profile, layout, 'gateway-listener').find(
    options =>
      !profile.domains.some(
        ({ gateway }) =>
          gateway.name === options.gateway && gateway.sectionName === undefined,
      ),
  );
  return (
    idle &&
    `must have a domain of the gateway ${idle.gateway} without a sectionName, or no gateway-listener for it`
  );
}

/** A kustomization puts all it lists into its namespace, whatever that says of itself. */
function movedObject(
  profile: WritableProfile,
  layout: Layout,
): string | undefined {
  const setsNamespace = blockOptions(profile, layout, 'app-kustomization').some(
    options => options.setsNamespace,
  );
  const moved = [
    ...blockOptions(profile, layout, 'certificate'),
    ...blockOptions(profile, layout, 'http-route'),
  ].find(
    ({ file, namespace }) =>
      namespace !== undefined && file.startsWith('{directory}/'),
  );
  return setsNamespace && moved
    ? `must have setsNamespace: false at the app-kustomization of the layout ${layout.name}, or its ${moved.block} in the namespace of the app`
    : undefined;
}
