import type { WritableProfile } from './Profile';

type Gateway = WritableProfile['domains'][number]['gateway'];

/** A gateway as routes name their parent. */
export function gatewayReference({
  name,
  writtenName = name,
  namespace,
  sectionName,
}: Gateway) {
  return { name: writtenName, namespace, sectionName };
}
