export interface ConnectionArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
}

/** One page of a list, as GitHub's connections give it; cursors are positions. */
export function toConnection<TItem, TNode>(
  items: TItem[],
  { first, last, after }: ConnectionArguments,
  toNode: (item: TItem) => TNode,
) {
  const afterPosition = after ? Number(Buffer.from(after, 'base64')) : 0;
  let start = Number.isInteger(afterPosition) ? afterPosition : 0;
  let end = items.length;
  if (typeof first === 'number') {
    end = Math.min(end, start + first);
  } else if (typeof last === 'number') {
    start = Math.max(start, end - last);
  }
  const cursor = (position: number) =>
    Buffer.from(String(position)).toString('base64');
  const nodes = items.slice(start, end).map(toNode);
  return {
    totalCount: items.length,
    edges: nodes.map((node, index) => ({
      cursor: cursor(start + index + 1),
      node,
    })),
    nodes,
    pageInfo: {
      startCursor: end > start ? cursor(start + 1) : null,
      endCursor: end > start ? cursor(end) : null,
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
    },
  };
}
