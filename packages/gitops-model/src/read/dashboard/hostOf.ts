/** The host a link opens; `undefined` where it is no plain link. */
export function hostOf(href: string): string | undefined {
  return /^https?:\/\/([a-z0-9.-]+)(?=[:/?#]|$)/i.exec(href)?.[1].toLowerCase();
}
