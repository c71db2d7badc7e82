import type { Layout } from './Profile';

/** Whether every app of a layout has a namespace to itself. */
export function ownsNamespace({
  namespace,
}: Pick<Layout, 'namespace'>): boolean {
  return namespace.includes('{app}');
}
