import type { WritableProfile } from './Profile';

type Gateway = WritableProfile['domains'][number]['gateway'];

/** A gateway as routes name their parent. */
export function gatewayReference({
  name,
  nameVariable,
  namespace,
  sectionName,
}: Gateway) {
  return {
    name: nameVariable === undefined ? name : `\${${nameVariable}}`,
    namespace,
    sectionName,
  };
}
