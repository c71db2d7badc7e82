import type { Layout } from './Profile';

/** Whether apps of a layout lie in categories. */
export function usesCategory({
  appDirectory,
  namespace,
}: Pick<Layout, 'appDirectory' | 'namespace'>): boolean {
  return `${appDirectory} ${namespace}`.includes('{category}');
}
