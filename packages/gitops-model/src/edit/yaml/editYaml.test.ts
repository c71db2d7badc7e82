import fc from 'fast-check';
import { load } from 'js-yaml';
import { parse } from 'yaml';
import {
  layout,
  type Shape,
  shape,
  word,
  words,
  write,
} from '../../__testUtils__/yamlLayouts';
import { editYaml } from './editYaml';
import type { YamlEdit } from './YamlEdit';
import { detectYamlStyle } from './YamlStyle';
import type { YamlPath, YamlValue } from './YamlValue';

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

  const notYaml = 'the file is no YAML that two parsers agree on';
  const noPlace = 'the file has no such place to edit';
  const tooMuch = 'the edit would change more than it should';

  it.each<[string, string, YamlEdit, string]>([
    [
      'an anchor used elsewhere',
      'a: &x [1]\nb: *x\n',
      { kind: 'insert-item', path: ['a'], value: 2 },
      tooMuch,
    ],
    [
      'an anchored value used elsewhere',
      'a: &x one\nb: *x\n',
      { kind: 'replace-scalar', path: ['a'], value: 'two' },
      tooMuch,
    ],
    [
      'an alias',
      'a: &x 1\nb: *x\n',
      { kind: 'replace-scalar', path: ['b'], value: 2 },
      noPlace,
    ],
    [
      'broken YAML',
      'a: [\n',
      { kind: 'insert-item', path: ['a'], value: 2 },
      notYaml,
    ],
    [
      'an empty file',
      '',
      { kind: 'insert-entry', path: [], key: 'a', value: 2 },
      notYaml,
    ],
    [
      'a key that is there twice',
      'a: 1\na: 2\n',
      { kind: 'insert-entry', path: [], key: 'b', value: 2 },
      notYaml,
    ],
    [
      'YAML that one of two readers refuses',
      'a: "x"#c\n',
      { kind: 'insert-entry', path: [], key: 'b', value: 2 },
      notYaml,
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
      notYaml,
    ],
  ])('refuses %s', (_name, text, edit, reason) => {
    expect(editYaml(text, edit)).toEqual({ ok: false, reason });
  });

  it('edits the document that it is told to', () => {
    const text = 'a: 1\n---\na: 1\n---\na: 1\n';
    const edit: YamlEdit = { kind: 'replace-scalar', path: ['a'], value: 2 };
    expect(editYaml(text, edit)).toEqual({
      ok: true,
      text: 'a: 2\n---\na: 1\n---\na: 1\n',
    });
    expect(editYaml(text, edit, 1)).toEqual({
      ok: true,
      text: 'a: 1\n---\na: 2\n---\na: 1\n',
    });
    expect(editYaml(text, edit, 3)).toEqual({ ok: false, reason: notYaml });
  });

  it('follows another file’s style where the file does not tell', () => {
    const edit: YamlEdit = {
      kind: 'insert-entry',
      path: [],
      key: 'spec',
      value: { list: ['no'] },
    };
    const like = detectYamlStyle(['a: "1"\n\nspec:\n  b:\n  - c\n']);
    expect(editYaml('b: 1\n', edit, 0, like)).toEqual({
      ok: true,
      text: 'b: 1\n\nspec:\n  list:\n  - "no"\n',
    });
    expect(editYaml('b: 1\n', edit)).toEqual({
      ok: true,
      text: "b: 1\nspec:\n  list:\n    - 'no'\n",
    });
    expect(editYaml("b:\n  - 'x'\n", edit, 0, like)).toEqual({
      ok: true,
      text: "b:\n  - 'x'\n\nspec:\n  list:\n    - 'no'\n",
    });
  });
});
