import type { Entity } from '@backstage/catalog-model';
import {
  type CatalogCollatorEntityTransformer,
  defaultCatalogCollatorEntityTransformer,
} from '@backstage/plugin-search-backend-module-catalog';
import type { AppFacts } from './AppFacts';

/** Of each kind of fact. */
const maxFacts = 50;

/**
 * Lets the catalog's own documents tell of an app's hosts, namespaces, images
 * and secret keys, so that there is one result per app.
 */
export function describeForSearch(
  factsOf: (entity: Entity) => AppFacts | undefined,
): CatalogCollatorEntityTransformer {
  return entity => {
    const document = defaultCatalogCollatorEntityTransformer(entity);
    const facts = factsOf(entity);
    const sentences = facts
      ? [
          sentence('Hosts', facts.hosts),
          sentence('Namespace', facts.namespaces),
          sentence('Images', facts.images),
          sentence('Secret keys', facts.secretKeys),
        ]
      : [];
    const described = {
      ...document,
      text: [document.text, ...sentences].filter(Boolean).join(' '),
      // The search engine takes its fields from the first document it sees.
      parts: facts
        ? [...facts.images, ...facts.secretKeys].flatMap(partsOf).join(' ')
        : '',
    };
    return described;
  };
}

function sentence(title: string, facts: readonly string[]): string {
  const all = [...new Set(facts)].slice(0, maxFacts);
  return all.length > 0 ? `${title}: ${all.join(', ')}.` : '';
}

/** What people remember of `ghcr.io/team/app:1.2`: `team/app`, `app`. */
function partsOf(path: string): string[] {
  const segments = path
    .replace(/[:@][^/]*$/, '')
    .split('/')
    .filter(Boolean);
  return segments.map((_, index) => segments.slice(index).join('/'));
}
