import type { Page } from '@internal/plugin-platforms-common';

/** A row with the values it can be filtered by. */
export interface FilterableRow<Row> {
  row: Row;
  values: Record<string, readonly string[]>;
}

/** Rows, and what is looked up in all of them. */
export interface RowList<Row> {
  entries: readonly (FilterableRow<Row> & { text: string })[];
  facets: Page<Row>['facets'];
}

export interface RowQuery {
  offset: number;
  limit: number;
  /** Words that must all occur in a row. */
  q?: string;
  /** A row must have each of these values. */
  filters: Record<string, string | undefined>;
}

export function createRowList<Row>(
  rows: readonly FilterableRow<Row>[],
): RowList<Row> {
  return {
    entries: rows.map(entry => ({ ...entry, text: textOf(entry.row) })),
    facets: facetsOf(rows),
  };
}

export function selectPage<Row>(
  { entries, facets }: RowList<Row>,
  { offset, limit, q = '', filters }: RowQuery,
): Page<Row> {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = Object.entries(filters);
  const fitting = entries.filter(
    ({ values, text }) =>
      wanted.every(
        ([name, value]) =>
          value === undefined || (values[name] ?? []).includes(value),
      ) && words.every(word => text.includes(word)),
  );
  return {
    items: fitting.slice(offset, offset + limit).map(({ row }) => row),
    total: fitting.length,
    facets,
  };
}

/** Every text of a row but its links, in lower case. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .filter(([key]) => key !== 'url')
    .map(([, part]) => textOf(part))
    .join('\n');
}

function facetsOf<Row>(
  rows: readonly FilterableRow<Row>[],
): Page<Row>['facets'] {
  const counts = new Map<string, Map<string, number>>();
  for (const { values } of rows) {
    for (const [name, all] of Object.entries(values)) {
      const known = counts.get(name) ?? new Map<string, number>();
      counts.set(name, known);
      for (const value of new Set(all)) {
        known.set(value, (known.get(value) ?? 0) + 1);
      }
    }
  }
  return Object.fromEntries(
    [...counts].map(([name, known]) => [
      name,
      [...known]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => a.value.localeCompare(b.value)),
    ]),
  );
}
