import type { WritableProfile } from './Profile';

type Gateway = WritableProfile['domains'][number]['gateway'];

/**
 * A gateway as routes name their parent.
 *
 * @param section - name of the listener, where the app has one to itself
 */
export function gatewayReference(
  { name, nameVariable, namespace, sectionName }: Gateway,
  section = sectionName,
) {
  return {
    name: nameVariable === undefined ? name : `\${${nameVariable}}`,
    namespace,
    ...(section === undefined ? {} : { sectionName: section }),
  };
}
