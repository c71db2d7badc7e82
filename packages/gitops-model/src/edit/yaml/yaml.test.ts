import fc from 'fast-check';
import { load } from 'js-yaml';
import { parse } from 'yaml';
import { editYaml } from './editYaml';
import { emitYaml } from './emitYaml';
import type { YamlEdit } from './YamlEdit';
import { detectYamlStyle } from './YamlStyle';
import type { YamlPath, YamlValue } from './YamlValue';

interface Layout {
  indent: number;
  listIndent: number;
  comments: boolean;
  quote: string;
}

type Shape =
  | { kind: 'scalar'; value: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'objects'; items: string[][] }
  | { kind: 'map'; entries: [string, Shape][] };

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z]$/);
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });
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
const shape = mapOf(fc.oneof(leaf, mapOf(leaf)));
const layout = fc.record({
  indent: fc.constantFrom(2, 4),
  listIndent: fc.constantFrom(0, 2),
  comments: fc.boolean(),
  quote: fc.constantFrom('', "'", '"'),
});

/** A hand-written looking document. The test's own writer, on purpose. */
function write(value: Shape, style: Layout, column: number): string[] {
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

function places(value: Shape, path: YamlPath): YamlEdit[] {
  const newValue: YamlValue = { name: 'new-name', deep: ['no', '0o7', 5] };
  if (value.kind === 'list' || value.kind === 'objects') {
    return [
      { kind: 'insert-item', path, value: 'middle', sorted: true },
      { kind: 'insert-item', path, value: newValue },
    ];
  }
  if (value.kind === 'scalar') {
    return [{ kind: 'replace-scalar', path, value: "it's: 'no'" }];
  }
  return [
    { kind: 'insert-entry', path, key: 'new-key', value: newValue },
    { kind: 'insert-item', path: [...path, 'new-list'], value: 'yes' },
    ...value.entries.flatMap(([key, child]) => places(child, [...path, key])),
  ];
}

/** How many characters two texts have in common at both ends. */
function sharedEnds(one: string, other: string) {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && one.at(-1 - tail) === other.at(-1 - tail)) {
    tail += 1;
  }
  return { head, tail };
}

describe('editYaml', () => {
  it('keeps every byte but those of the edit, in any layout', () => {
    fc.assert(
      fc.property(
        shape,
        layout,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        fc.nat(),
        (value, style, crlf, finalNewline, start, pick) => {
          const lineEnd = crlf ? '\r\n' : '\n';
          const lines = write(value, style, 0);
          const before =
            [...(start ? ['---'] : []), ...lines].join(lineEnd) +
            (finalNewline ? lineEnd : '');
          const edits = places(value, []);
          const edit = edits[pick % edits.length];
          const outcome = editYaml(before, edit);
          if (!outcome.ok) throw new Error(`${outcome.reason}\n${before}`);
          const after = outcome.text;

          const same = sharedEnds(before, after);
          const gone = before.slice(same.head, before.length - same.tail);
          const added = after.slice(same.head, after.length - same.tail);
          const isLines = edit.kind !== 'replace-scalar';
          expect(gone).toMatch(isLines ? /^$/ : /^[^\n#]*$/);
          const ends = before.includes('\n') ? lineEnd : '\n';
          expect(
            added.match(/\r?\n/g)?.filter(end => end !== ends) ?? [],
          ).toEqual([]);
          expect(after.endsWith('\n')).toBe(before.endsWith('\n'));
          expect(parse(after)).toEqual(load(after));
          expect(JSON.stringify(parse(after))).toContain(
            edit.kind === 'insert-entry'
              ? '"new-key":{'
              : JSON.stringify('value' in edit ? edit.value : undefined),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('takes out an item that it put in, to the byte', () => {
    fc.assert(
      fc.property(
        words,
        word,
        layout,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (items, added, style, crlf, finalNewline, sorted) => {
          fc.pre(!items.includes(added));
          const lineEnd = crlf ? '\r\n' : '\n';
          const list: Shape = { kind: 'list', items };
          const entries: [string, Shape][] = [
            ['resources', list],
            ['last', { kind: 'scalar', value: 'x' }],
          ];
          const before =
            write({ kind: 'map', entries }, style, 0).join(lineEnd) +
            (finalNewline ? lineEnd : '');
          const inserted = editYaml(before, {
            kind: 'insert-item',
            path: ['resources'],
            value: added,
            sorted,
          });
          if (!inserted.ok) throw new Error(inserted.reason);
          const index = parse(inserted.text).resources.indexOf(added);
          expect(
            editYaml(inserted.text, {
              kind: 'remove-item',
              path: ['resources'],
              index,
            }),
          ).toEqual({ ok: true, text: before });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes out an entry that it put in, to the byte', () => {
    fc.assert(
      fc.property(
        shape,
        layout,
        fc.boolean(),
        fc.boolean(),
        fc.nat(),
        (value, style, crlf, finalNewline, pick) => {
          const lineEnd = crlf ? '\r\n' : '\n';
          const before =
            write(value, style, 0).join(lineEnd) +
            (finalNewline ? lineEnd : '');
          const edits = places(value, []).flatMap(edit =>
            edit.kind === 'insert-entry' ? [edit] : [],
          );
          const edit = edits[pick % edits.length];
          const inserted = editYaml(before, edit);
          if (!inserted.ok) throw new Error(inserted.reason);
          const { path, key } = edit;
          expect(
            editYaml(inserted.text, { kind: 'remove-entry', path, key }),
          ).toEqual({ ok: true, text: before });
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each<[string, string, YamlEdit, string]>([
    [
      'the last item out of a list',
      'a:\n  b:\n    - x # only\n  c: 1\n',
      { kind: 'remove-item', path: ['a', 'b'], index: 0 },
      'a:\n  b: []\n  c: 1\n',
    ],
    [
      'an entry out of a map',
      'a:\n  # about b\n  b:\n    - x\n    - y # last\n\n  # about c\n  c: 1\n',
      { kind: 'remove-entry', path: ['a'], key: 'b' },
      'a:\n  # about b\n\n  # about c\n  c: 1\n',
    ],
    [
      'an entry with a block scalar',
      'a:\n  b: |\n    x\n    y\n  c: 1\n',
      { kind: 'remove-entry', path: ['a'], key: 'b' },
      'a:\n  c: 1\n',
    ],
    [
      'the last entry of a file without final newline',
      'a: &a\r\n  b: 1\r\n  c: 2 # two',
      { kind: 'remove-entry', path: ['a'], key: 'c' },
      'a: &a\r\n  b: 1',
    ],
    [
      'the only entry of a map',
      'a:\r\n  b: 1 # one\r\nc: 2\r\n',
      { kind: 'remove-entry', path: ['a'], key: 'b' },
      'a: {}\r\nc: 2\r\n',
    ],
    [
      'the first entry of a map in one line',
      'a: { b: 1, c: [2] } # two\n',
      { kind: 'remove-entry', path: ['a'], key: 'b' },
      'a: { c: [2] } # two\n',
    ],
    [
      'the last entry of a map in one line',
      'a: { b: 1, c: [2] } # two\n',
      { kind: 'remove-entry', path: ['a'], key: 'c' },
      'a: { b: 1 } # two\n',
    ],
    [
      'an entry into a map without value',
      'a:\n  b: # empty\n  c: 1\n',
      { kind: 'insert-entry', path: ['a', 'b'], key: 'd', value: 'no' },
      "a:\n  b: # empty\n    d: 'no'\n  c: 1\n",
    ],
    [
      'a value behind an anchor',
      "a: &x 'one' # 1\nb: 2\n",
      { kind: 'replace-scalar', path: ['a'], value: 'two' },
      "a: &x 'two' # 1\nb: 2\n",
    ],
    [
      'an item out of one line',
      'a: [x, y, z] # three\n',
      { kind: 'remove-item', path: ['a'], index: 2 },
      'a: [x, y] # three\n',
    ],
    [
      'an item of several lines',
      'a:\n  - x: 1\n    y:\n      - 2\n  # about the next\n  - z: 3',
      { kind: 'remove-item', path: ['a'], index: 0 },
      'a:\n  # about the next\n  - z: 3',
    ],
    [
      'a sorted list, behind the comment of the line before',
      'resources:\n  # b is first\n  - b.yaml # b\n  # - c.yaml\n  # d\n  - d.yaml\n',
      {
        kind: 'insert-item',
        path: ['resources'],
        value: 'c.yaml',
        sorted: true,
      },
      'resources:\n  # b is first\n  - b.yaml # b\n  - c.yaml\n  # - c.yaml\n  # d\n  - d.yaml\n',
    ],
    [
      'the first place',
      'resources:\n- b\n- c',
      { kind: 'insert-item', path: ['resources'], value: 'a', sorted: true },
      'resources:\n- a\n- b\n- c',
    ],
    [
      'an unsorted list',
      'resources:\n- c\n- b\n',
      { kind: 'insert-item', path: ['resources'], value: 'a', sorted: true },
      'resources:\n- c\n- b\n- a\n',
    ],
    [
      'an empty flow list',
      'resources: [ ] # none\n',
      { kind: 'insert-item', path: ['resources'], value: 'a' },
      'resources: [a] # none\n',
    ],
    [
      'a flow list over lines',
      'a: [\n  x, # x\n  y,\n]\n',
      { kind: 'insert-item', path: ['a'], value: 'no' },
      "a: [\n  x, # x\n  y, 'no',\n]\n",
    ],
    [
      'a key without value',
      'a:\n  resources:\n  b: 1\n',
      { kind: 'insert-item', path: ['a', 'resources'], value: 'x' },
      'a:\n  resources:\n    - x\n  b: 1\n',
    ],
    [
      'a map in one line',
      'a: { b: 1 }\n',
      { kind: 'insert-entry', path: ['a'], key: 'c', value: { d: 'off' } },
      "a: { b: 1, c: {d: 'off'} }\n",
    ],
    [
      'before the first entry and the comment above it',
      'a:\r\n  # about c\r\n  c: 1\r\n  d: 2\r\n',
      {
        kind: 'insert-entry',
        path: ['a'],
        key: 'b',
        value: 0,
        before: ['d', 'c'],
      },
      'a:\r\n  b: 0\r\n  # about c\r\n  c: 1\r\n  d: 2\r\n',
    ],
    [
      'before the first entry of an item',
      '- c: 1\n  d: 2\n',
      {
        kind: 'insert-entry',
        path: [0],
        key: 'b',
        value: { x: [1] },
        before: ['c'],
      },
      '- b:\n    x:\n      - 1\n  c: 1\n  d: 2\n',
    ],
    [
      'before a later entry, whose comment stays with it',
      'a:\n  b: # two\n  # about d\n  d: 2\n',
      { kind: 'insert-entry', path: ['a'], key: 'c', value: 1, before: ['d'] },
      'a:\n  b: # two\n  c: 1\n  # about d\n  d: 2\n',
    ],
    [
      'before an entry of a map in one line',
      'a: {b: 1, d: 2}\n',
      { kind: 'insert-entry', path: ['a'], key: 'c', value: 1, before: ['d'] },
      'a: {b: 1, c: 1, d: 2}\n',
    ],
    [
      'among values in quotes that they could do without',
      'a:\n  b: "x.example"\n  c: "3"\n  d: plain\n  e: \'w\'\n  f: "z"\n',
      { kind: 'insert-entry', path: ['a'], key: 'g', value: 'new' },
      'a:\n  b: "x.example"\n  c: "3"\n  d: plain\n  e: \'w\'\n  f: "z"\n  g: new\n',
    ],
    [
      'among values that are quoted mostly',
      'a:\n  b: "x.example"\n  c: 3\n  d: plain\n  f: "z"\n  e: "y"\n',
      { kind: 'insert-entry', path: ['a'], key: 'g', value: 'new' },
      'a:\n  b: "x.example"\n  c: 3\n  d: plain\n  f: "z"\n  e: "y"\n  g: "new"\n',
    ],
    [
      'an item among quoted ones',
      "a:\n  - 'x' # x\n",
      { kind: 'insert-item', path: ['a'], value: 'y' },
      "a:\n  - 'x' # x\n  - 'y'\n",
    ],
    [
      'behind a block scalar and before the next document',
      'a:\n  text: |\n    x\n\n---\nb: 1\n',
      { kind: 'insert-entry', path: ['a'], key: 'c', value: 'd' },
      'a:\n  text: |\n    x\n  c: d\n\n---\nb: 1\n',
    ],
    [
      'a double-quoted number',
      'a: "1" # one\n',
      { kind: 'replace-scalar', path: ['a'], value: '2\n"' },
      'a: "2\\n\\"" # one\n',
    ],
  ])('edits %s', (_name, before, edit, after) => {
    expect(editYaml(before, edit)).toEqual({ ok: true, text: after });
  });

  it.each<[string, string, YamlEdit]>([
    [
      'an anchor used elsewhere',
      'a: &x [1]\nb: *x\n',
      { kind: 'insert-item', path: ['a'], value: 2 },
    ],
    [
      'an anchored value used elsewhere',
      'a: &x one\nb: *x\n',
      { kind: 'replace-scalar', path: ['a'], value: 'two' },
    ],
    [
      'an entry beside its list item’s dash',
      'a:\n  - b: 1\n    c: 2\n',
      { kind: 'remove-entry', path: ['a', 0], key: 'b' },
    ],
    [
      'an entry that is not there',
      'a: 1\n',
      { kind: 'remove-entry', path: [], key: 'b' },
    ],
    ['broken YAML', 'a: [\n', { kind: 'insert-item', path: ['a'], value: 2 }],
    [
      'a key that is there twice',
      'a: 1\na: 2\n',
      { kind: 'insert-entry', path: [], key: 'b', value: 2 },
    ],
    [
      'a key that is there',
      'a: 1\n',
      { kind: 'insert-entry', path: [], key: 'a', value: 2 },
    ],
    [
      'a missing place',
      'a: 1\n',
      { kind: 'replace-scalar', path: ['b'], value: 2 },
    ],
    [
      'a block scalar',
      'a: |\n  x\n',
      { kind: 'replace-scalar', path: ['a'], value: 'y' },
    ],
    [
      'an alias bomb',
      `a: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefghi'
        .split('')
        .map(
          (key, at) =>
            `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[at]}`)}]`,
        )
        .join('\n')}\n`,
      { kind: 'insert-entry', path: [], key: 'z', value: 2 },
    ],
  ])('refuses %s', (_name, text, edit) => {
    expect(editYaml(text, edit)).toEqual({
      ok: false,
      reason: expect.any(String),
    });
  });
});

describe('emitYaml', () => {
  it('writes in the style of its siblings', () => {
    const style = detectYamlStyle([
      '---\nresources:\n- a\nx: "1"\n',
      '---\nresources:\n- a',
      'a: 1\nb:\n  - "x"\n',
    ]);
    expect(emitYaml({ resources: ['a'], on: 'yes', size: 1 }, style)).toEqual({
      ok: true,
      text: '---\nresources:\n- a\n"on": "yes"\nsize: 1\n',
    });
    expect(detectYamlStyle(['a:\r\n  - b'])).toEqual({
      documentStart: false,
      indentLists: true,
      spacedKeys: new Set(),
      singleQuotes: true,
      finalNewline: false,
      lineEnd: '\r\n',
    });
  });

  it('writes any data as itself, or nothing', () => {
    const style = detectYamlStyle([]);
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ unit: 'binary' }),
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom(
              'no',
              '1e3',
              '0x1',
              '2024-01-01',
              '~',
              '<<',
              '!!js x',
            ),
            fc.array(fc.string({ unit: 'grapheme' })),
          ),
        ),
        value => {
          const outcome = emitYaml({ value }, style);
          if (!outcome.ok) return;
          expect(parse(outcome.text)).toEqual({ value });
          expect(load(outcome.text)).toEqual({ value });
        },
      ),
      { numRuns: 500 },
    );
  });
});
