/** Maps in order, with at most so many at a time. */
export async function mapLimited<T, R>(
  items: T[],
  limit: number,
  map: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += limit) {
    results.push(
      ...(await Promise.all(items.slice(from, from + limit).map(map))),
    );
  }
  return results;
}
