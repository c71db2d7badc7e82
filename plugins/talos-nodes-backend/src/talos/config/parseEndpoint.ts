const DEFAULT_PORT = 50000;

/**
 * The `https` address of an endpoint as people write it: `host`, `host:port`,
 * `[v6]:port`, a bare IPv6 address, or `https://host` (port 443).
 */
export function parseEndpoint(text: string): string | undefined {
  const hasScheme = text.startsWith('https://');
  const bare =
    !hasScheme && text.split(':').length > 2 && !text.startsWith('[');
  const address = bare ? `[${text}]` : text;
  const candidate = hasScheme ? address : `https://${address}`;
  if (!URL.canParse(candidate)) return undefined;
  const url = new URL(candidate);
  if (url.pathname !== '/' || url.search || url.hash || url.username) {
    return undefined;
  }
  const named = /:(\d+)\/?$/.exec(address)?.[1];
  const usual = hasScheme ? 443 : DEFAULT_PORT;
  const port = bare || named === undefined ? usual : Number(named);
  return `https://${url.hostname}:${port}`;
}
