/** Namespace and name of the template whose form the path below `templates` is. */
export function parseTemplatePath(
  path: string | undefined,
): { namespace: string; name: string } | undefined {
  const [namespace, name, ...rest] = (path ?? '').split('/').filter(Boolean);
  return namespace && name && rest.length === 0
    ? { namespace, name }
    : undefined;
}
