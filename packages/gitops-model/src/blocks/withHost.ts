const urlShape = /^(https?:\/\/)([^/:?#]+)([^]*)$/i;

/**
 * A URL with another host in the place of the one it leads to; `undefined`
 * where it leads elsewhere, or is no URL.
 *
 * @param read - what stands for a host in the file, as the host
 */
export function withHost(
  url: string,
  { host, newHost }: { host: string; newHost: string },
  read: (written: string) => string = written => written,
): string | undefined {
  const [, scheme, written, rest] = urlShape.exec(url) ?? [];
  return written !== undefined && read(written).toLowerCase() === host
    ? `${scheme}${newHost}${rest}`
    : undefined;
}
