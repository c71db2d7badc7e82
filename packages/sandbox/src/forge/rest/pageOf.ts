import type { RestRequest } from './RestRoute';

/** The items that `page` and `per_page` of the request ask for. */
export function pageOf<TItem>({ query }: RestRequest, items: TItem[]): TItem[] {
  const size = Math.min(100, Math.max(1, Number(query.per_page ?? 30) || 30));
  const page = Math.max(1, Number(query.page ?? 1) || 1);
  return items.slice((page - 1) * size, page * size);
}
