import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { searchApiRef } from '@backstage/plugin-search-react';
import {
  type AsyncResult,
  useAsyncData,
  useSettled,
} from '@internal/portal-ui';

const settleMilliseconds = 250;
const retryMilliseconds = 5_000;
const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'spec.type',
  'relations',
];

/** A document that was found, with the entity that it tells of. */
export interface FoundEntity {
  title: string;
  text: string;
  location: string;
  /** Absent once the catalog has no such entity any more. */
  entity?: Entity;
}

export interface SearchResults {
  term: string;
  found: FoundEntity[];
  /** Absent where only the visible share is counted. */
  total?: number;
  nextCursor?: string;
  previousCursor?: string;
}

/**
 * Searches the catalog once typing pauses. While nothing can be searched yet
 * it tries again.
 *
 * @param cursor - names a page, as an earlier result has it
 */
export function useSearchResults(
  term: string,
  cursor: string,
): AsyncResult<SearchResults> {
  const searchApi = useApi(searchApiRef);
  const catalogApi = useApi(catalogApiRef);
  return useAsyncData({
    key: useSettled(JSON.stringify([term, cursor]), settleMilliseconds),
    scope: 'search',
    load: async signal => {
      const answer = await searchApi.query(
        { term, ...(cursor && { pageCursor: cursor }) },
        { signal },
      );
      const documents = answer.results.map(({ document }) => document);
      const entityRefs = documents.map(({ location }) => refOf(location));
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs,
        fields,
      });
      return {
        term,
        found: documents.map(({ title, text, location }, index) => ({
          title,
          text,
          location,
          entity: items[index],
        })),
        total: answer.numberOfResults,
        nextCursor: answer.nextPageCursor,
        previousCursor: answer.previousPageCursor,
      };
    },
    pollEvery: data => (data ? undefined : retryMilliseconds),
  });
}

/** Documents of the catalog lie at `/catalog/<namespace>/<kind>/<name>`. */
function refOf(location: string): string {
  const [namespace = '', kind = '', name = ''] = location
    .split('/')
    .slice(-3)
    .map(decodeURIComponent);
  return stringifyEntityRef({ kind, namespace, name });
}
