import type { AppNames } from './AppNames';
import { expandNames } from './expandNames';
import type { Layout } from './Profile';

/** Whether an app lies in the namespace that its layout gives to it alone; one that lies in another's does not own that. */
export function ownsNamespace(
  { namespace }: Pick<Layout, 'namespace'>,
  names: AppNames,
): boolean {
  return (
    namespace.includes('{app}') &&
    names.namespace === expandNames(namespace, names)
  );
}
