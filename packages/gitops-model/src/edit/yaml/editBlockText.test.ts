import fc from 'fast-check';
import { parse } from 'yaml';
import { editBlockText } from './editBlockText';
import { editYaml } from './editYaml';

const path = ['a', 'b'];

function replaceIn(text: string, from: string, to: string) {
  return editBlockText(text, path, inner => ({
    ok: true,
    text: inner.replace(from, to),
  }));
}

describe('changing a text that a file holds', () => {
  it.each([
    [
      'among other lines',
      'a:\n  b: |\n    x: 1\n\n    # two\n    y:\n      - z\n  c: 1\n',
      '- z',
      '- zz',
      'a:\n  b: |\n    x: 1\n\n    # two\n    y:\n      - zz\n  c: 1\n',
    ],
    [
      'whose lines end as in Windows',
      'a:\r\n  b: |-\r\n    x: 1\r\n    y: 2\r\n  c: 1',
      '2',
      '3\r\nz: 4',
      'a:\r\n  b: |-\r\n    x: 1\r\n    y: 3\r\n    z: 4\r\n  c: 1',
    ],
    [
      'that ends a file without final newline',
      'a:\n  b: |\n    x',
      'x',
      'y',
      'a:\n  b: |\n    y',
    ],
    [
      'that keeps its last newlines',
      'a:\n  b: |+\n\n    x\n\n\nc: 1\n',
      'x',
      'y',
      'a:\n  b: |+\n\n    y\n\n\nc: 1\n',
    ],
    [
      'behind a comment, by more lines',
      'a:\n  b: | # how\n    x\n',
      'x',
      'y\n\nz',
      'a:\n  b: | # how\n    y\n\n    z\n',
    ],
    [
      'of the first document alone',
      'a:\n  b: |\n    x\n---\na: 1\n',
      'x',
      'y',
      'a:\n  b: |\n    y\n---\na: 1\n',
    ],
    [
      'by taking all of it',
      'a:\n  b: |\n    x\nc: 1\n',
      'x\n',
      '',
      'a:\n  b: |\nc: 1\n',
    ],
  ])('changes one %s', (_name, text, from, to, after) => {
    expect(replaceIn(text, from, to)).toEqual({ ok: true, text: after });
  });

  it.each([
    ['an empty text', 'a:\n  b: |\nc: 1\n'],
    ['a folded text', 'a:\n  b: >\n    x\n'],
    ['a text on its key’s line', 'a:\n  b: x\n'],
    ['a map', 'a:\n  b:\n    x: 1\n'],
    ['a place that is not there', 'a:\n  c: x\n'],
    ['an empty file', ''],
    ['a file that is broken elsewhere', 'a:\n  b: |\n    x\nc: [\n'],
    ['a file with a key twice', 'a:\n  b: |\n    x\nb: 1\nb: 2\n'],
  ])('refuses %s', (_name, text) => {
    expect(replaceIn(text, 'x', 'y')).toEqual({
      ok: false,
      reason: 'it has no text at a.b',
    });
  });

  it.each([
    ['without a newline before what follows', 'y'],
    ['that one reader breaks in two', 'y\rd: 1\n'],
    ['whose first line stands deeper', '  y\nz\n'],
  ])('refuses a change to a text %s', (_name, to) => {
    expect(replaceIn('a:\n  b: |\n    x\nc: 1\n', 'x\n', to)).toEqual({
      ok: false,
      reason: 'the edit would change more than it should',
    });
  });

  it('refuses a text that says its indentation and starts deeper', () => {
    expect(replaceIn('a:\n  b: |2\n      x\n    y\nc: 1\n', 'x', 'y')).toEqual({
      ok: false,
      reason: 'the edit would change more than it should',
    });
  });

  it('passes on why the text cannot be changed', () => {
    const refusal = { ok: false as const, reason: 'not today' };
    expect(editBlockText('a:\n  b: |\n    x\n', path, () => refusal)).toBe(
      refusal,
    );
  });

  it('edits the YAML in it and nothing around it, however deep it stands', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom('\n', '\r\n'),
        (keys, depth, lineEnd) => {
          const lines = keys.map(key => `${' '.repeat(depth + 1)}${key}: 1`);
          const text = ['a:', ' b: |', ...lines, ' c: 2', ''].join(lineEnd);
          const outcome = editBlockText(text, path, inner =>
            editYaml(inner, {
              kind: 'insert-entry',
              path: [],
              key: 'new-key',
              value: true,
            }),
          );
          const added = `${lineEnd}${' '.repeat(depth + 1)}new-key: true`;
          expect(outcome).toEqual({
            ok: true,
            text: text.replace(`${lineEnd} c`, `${added}${lineEnd} c`),
          });
          expect(outcome.ok && parse(outcome.text).a.c).toBe(2);
        },
      ),
    );
  });
});
