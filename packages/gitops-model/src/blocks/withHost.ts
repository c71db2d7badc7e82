const urlShape = /^(https?:\/\/)([^/:?#]+)([^]*)$/i;

/** What Keycloak sets several URLs of one text apart by. */
const separator = '##';

/**
 * A URL, or several as Keycloak lists them in one text, with another host in the
 * place of the one it leads to; `undefined` where none leads there.
 *
 * @param read - what stands for a host in the file, as the host
 */
export function withHost(
  text: string,
  { host, newHost }: { host: string; newHost: string },
  read: (written: string) => string = written => written,
): string | undefined {
  const urls = text.split(separator);
  const moved = urls.map(url => {
    const [, scheme, written, rest] = urlShape.exec(url) ?? [];
    return written !== undefined && read(written).toLowerCase() === host
      ? `${scheme}${newHost}${rest}`
      : undefined;
  });
  return moved.every(url => url === undefined)
    ? undefined
    : urls.map((url, at) => moved[at] ?? url).join(separator);
}
