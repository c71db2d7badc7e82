const maxLength = 2048;

/** Whether a URL names one of these repositories, however it is written. */
export function isOwnRepository(
  url: string,
  repositoryUrls: readonly string[],
): boolean {
  if (url.length > maxLength) return false;
  const wanted = canonical(url);
  return repositoryUrls.some(own => canonical(own) === wanted);
}

function canonical(url: string): string {
  return url
    .trim()
    .replace(/^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?/i, '')
    .replace(/^([^:/]+):(?!\d+\/)/, '$1/')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .toLowerCase();
}
