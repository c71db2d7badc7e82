import type { ScaffolderTaskOutput } from '@backstage/plugin-scaffolder-react';

/** Links of a task that lead to a page: never a script or another scheme. */
export function toSafeLinks(
  output: ScaffolderTaskOutput | undefined,
): { title: string; url: string }[] {
  return (output?.links ?? []).flatMap(({ title, url }) =>
    url && /^https?:$/.test(protocolOf(url))
      ? [{ title: title ?? url, url }]
      : [],
  );
}

function protocolOf(url: string): string {
  try {
    return new URL(url).protocol;
  } catch {
    return '';
  }
}
