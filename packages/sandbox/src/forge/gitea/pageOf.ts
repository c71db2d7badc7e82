import type { RestRequest } from '../rest/RestRoute';

/** The items that `page` and `limit` of the request ask for; never more than 50. */
export function pageOf<TItem>({ query }: RestRequest, items: TItem[]): TItem[] {
  const size = Math.min(50, Math.max(1, Number(query.limit ?? 30) || 30));
  const page = Math.max(1, Number(query.page ?? 1) || 1);
  return items.slice((page - 1) * size, page * size);
}
