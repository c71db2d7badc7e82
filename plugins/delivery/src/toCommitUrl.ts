import type { Entity } from '@backstage/catalog-model';
import { isWebUrl } from '@internal/portal-ui';

/**
 * The page of a commit on the forge, derived from where the entity's own source
 * file is shown there; `undefined` where that is no forge page at a commit.
 */
export function toCommitUrl(
  entity: Entity,
  revision: string,
): string | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const source = annotations['backstage.io/source-location'] ?? '';
  const commit = annotations['portal.internal/source-commit'] ?? '';
  const url = source.replace(/^url:/, '');
  if (!commit || !isWebUrl(url)) return undefined;
  // GitLab, GitHub and Forgejo, in this order.
  for (const [shown, page] of [
    [`/-/blob/${commit}/`, '/-/commit/'],
    [`/blob/${commit}/`, '/commit/'],
    [`/src/commit/${commit}/`, '/commit/'],
  ]) {
    const end = url.indexOf(shown);
    if (end > 0) return `${url.slice(0, end)}${page}${revision}`;
  }
  return undefined;
}
