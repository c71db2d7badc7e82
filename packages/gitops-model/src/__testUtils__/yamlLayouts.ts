import fc from 'fast-check';

/** How it is laid out. */
interface Layout {
  indent: number;
  listIndent: number;
  comments: boolean;
  quote: string;
}

/** What a document holds, as far as edits tell it apart. */
export type Shape =
  | { kind: 'scalar'; value: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'objects'; items: string[][] }
  | { kind: 'map'; entries: [string, Shape][] };

export const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z]$/);
export const words = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });
const leaf: fc.Arbitrary<Shape> = fc.oneof(
  word.map(value => ({ kind: 'scalar' as const, value })),
  words.map(items => ({ kind: 'list' as const, items })),
  fc
    .array(words, { minLength: 1, maxLength: 3 })
    .map(items => ({ kind: 'objects' as const, items })),
);
function mapOf(values: fc.Arbitrary<Shape>): fc.Arbitrary<Shape> {
  return fc
    .uniqueArray(fc.tuple(word, values), {
      minLength: 1,
      maxLength: 4,
      selector: ([key]) => key,
    })
    .map(entries => ({ kind: 'map' as const, entries }));
}
export const shape = mapOf(fc.oneof(leaf, mapOf(leaf)));
export const layout = fc.record({
  indent: fc.constantFrom(2, 4),
  listIndent: fc.constantFrom(0, 2),
  comments: fc.boolean(),
  quote: fc.constantFrom('', "'", '"'),
});

/** A hand-written looking document. The test's own writer, on purpose. */
export function write(value: Shape, style: Layout, column: number): string[] {
  const pad = ' '.repeat(column);
  const text = (plain: string) => `${style.quote}${plain}${style.quote}`;
  const remark = style.comments ? ' # said before: [x]' : '';
  if (value.kind !== 'map') return [];
  return value.entries.flatMap(([key, child]) => {
    const above = style.comments ? [`${pad}# about ${key}`] : [];
    const dash = `${pad}${' '.repeat(style.listIndent)}- `;
    switch (child.kind) {
      case 'scalar':
        return [...above, `${pad}${key}: ${text(child.value)}${remark}`];
      case 'list':
        return [
          ...above,
          `${pad}${key}:`,
          ...child.items.map(item => `${dash}${text(item)}${remark}`),
        ];
      case 'objects':
        return [
          `${pad}${key}:${remark}`,
          ...child.items.flatMap(keys =>
            keys.map(
              (name, at) =>
                `${at === 0 ? dash : ' '.repeat(dash.length)}${name}: ${text('v')}`,
            ),
          ),
        ];
      default:
        return [
          ...above,
          `${pad}${key}:`,
          ...write(child, style, column + style.indent),
          ...(style.comments ? ['', `${pad}# after ${key}`] : []),
        ];
    }
  });
}
