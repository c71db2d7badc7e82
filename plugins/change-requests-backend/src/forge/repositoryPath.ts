/** The path of a repository below its forge's own address, such as `group/name`. */
export function repositoryPath(url: string, forgeUrl: string): string {
  const prefix = new URL(forgeUrl).pathname.replace(/\/+$/, '');
  const { pathname } = new URL(url);
  const path = pathname.startsWith(`${prefix}/`)
    ? pathname.slice(prefix.length)
    : pathname;
  return decodeURIComponent(path.replace(/^\/+|\/+$/g, ''));
}

/** Each segment encoded, slashes kept. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
