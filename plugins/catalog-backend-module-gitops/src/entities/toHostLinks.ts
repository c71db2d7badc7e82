import type { EntityLink } from '@backstage/catalog-model';

const maxLinks = 20;
/** Only a plain name can be opened in a browser. */
const openable = /^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/** Links to hosts that are one address each; `undefined` where there is none. */
export function toHostLinks(
  hosts: readonly string[],
): EntityLink[] | undefined {
  const links = [...new Set(hosts)]
    .filter(host => openable.test(host))
    .slice(0, maxLinks)
    .map(host => ({ url: `https://${host}`, title: host, icon: 'web' }));
  return links.length > 0 ? links : undefined;
}
