/** Whether a link may be offered: `javascript:` and the like may not. */
export function isWebUrl(url: string): boolean {
  return (
    URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol)
  );
}
