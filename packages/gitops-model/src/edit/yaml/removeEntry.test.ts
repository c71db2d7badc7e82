import { editYaml } from './editYaml';
import type { YamlPath } from './YamlValue';

describe('taking an entry out of a map', () => {
  it.each<[string, string, YamlPath, string, string]>([
    ['the first', 'a: 1\nb: 2\n', [], 'a', 'b: 2\n'],
    ['the last', 'a: 1\nb: 2\n', [], 'b', 'a: 1\n'],
    ['the last without line end', 'a: 1\nb: 2', [], 'b', 'a: 1'],
    ['the first where the last has no end', 'a: 1\nb: 2', [], 'a', 'b: 2'],
    [
      'the last without line end in Windows',
      'a: &a\r\n  b: 1\r\n  c: 2 # two',
      ['a'],
      'c',
      'a: &a\r\n  b: 1',
    ],
    [
      'several lines, and leaves comments that stand alone',
      'a:\n  # about b\n  b:\n    - x\n    - y # last\n\n  # about c\n  c: 1\n',
      ['a'],
      'b',
      'a:\n  # about b\n\n  # about c\n  c: 1\n',
    ],
    [
      'the comment on its line alone',
      'a:\n  b: 1 # about b\n  # more\n  c: 1\n',
      ['a'],
      'b',
      'a:\n  # more\n  c: 1\n',
    ],
    [
      'lines that end in a text',
      'a:\n  b: |\n    x\n    y\n  c: 1\n',
      ['a'],
      'b',
      'a:\n  c: 1\n',
    ],
    [
      'the only one',
      'a:\r\n  b: 1 # one\r\nc: 2\r\n',
      ['a'],
      'b',
      'a: {}\r\nc: 2\r\n',
    ],
    ['the only one without line end', 'a:\n  b: 1', ['a'], 'b', 'a: {}'],
    ['the only one without value', 'a:\n  b:', ['a'], 'b', 'a: {}'],
    ['one without value', 'a: 1\nb:\nc: 3\n', [], 'b', 'a: 1\nc: 3\n'],
    ['an alias', 'a: &x 1\nb: *x\nc: 1\n', [], 'b', 'a: &x 1\nc: 1\n'],
    [
      'one under the dash of its item',
      '- a: 1\n  b: 2\n',
      [0],
      'b',
      '- a: 1\n',
    ],
    ['the only one of a line', 'a: {b: 1}\n', ['a'], 'b', 'a: {}\n'],
    [
      'the first of a line',
      'a: { b: 1, c: [2] } # two\n',
      ['a'],
      'b',
      'a: { c: [2] } # two\n',
    ],
    [
      'the last of a line',
      'a: { b: 1, c: [2] } # two\n',
      ['a'],
      'c',
      'a: { b: 1 } # two\n',
    ],
    [
      'one without value of a line',
      'a: {b, c, d}\n',
      ['a'],
      'c',
      'a: {b, d}\n',
    ],
    ['the last without value of a line', 'a: {b, c}\n', ['a'], 'c', 'a: {b}\n'],
    [
      'one of a map in a line of a list',
      'a: [{b: 1, c: 2}]\n',
      ['a', 0],
      'b',
      'a: [{c: 2}]\n',
    ],
    [
      'one of a map in braces over lines',
      'a: {\n  b: 1, # one\n  c: 2\n  }\n',
      ['a'],
      'b',
      'a: {\n  c: 2\n  }\n',
    ],
  ])('takes %s', (_name, text, path, key, after) => {
    expect(editYaml(text, { kind: 'remove-entry', path, key })).toEqual({
      ok: true,
      text: after,
    });
  });

  it.each<[string, string, YamlPath, string]>([
    ['an entry that is not there', 'a: 1\n', [], 'b'],
    ['an entry that an empty map has not', 'a: {}\n', ['a'], 'b'],
    ['the only entry of a file', 'a: 1\n', [], 'a'],
    ['an entry of a list', 'a: [1]\n', ['a'], '0'],
    ['an entry of a scalar', 'a: b\n', ['a'], 'b'],
    ['a key that is a number', 'a: 1\n2: b\n', [], '2'],
    ['an entry beside its item’s dash', '- b: 1\n  c: 2\n', [0], 'b'],
    ['an entry behind an anchor', '&r a: 1\nb: 2\n', [], 'a'],
    ['an entry behind a question mark', 'a: 1\n? b\n: 2\n', [], 'b'],
    ['the only entry below a comment', 'a:\n  # c\n  b: 1\n', ['a'], 'b'],
    ['the only entry below an anchor', 'a: &x\n  b: 1\n', ['a'], 'b'],
  ])('refuses %s', (_name, text, path, key) => {
    expect(editYaml(text, { kind: 'remove-entry', path, key })).toEqual({
      ok: false,
      reason: 'the file has no such place to edit',
    });
  });

  it('refuses an anchor that is used', () => {
    expect(
      editYaml('a: &x 1\nb: *x\n', {
        kind: 'remove-entry',
        path: [],
        key: 'a',
      }),
    ).toEqual({
      ok: false,
      reason: 'the edit would change more than it should',
    });
  });
});
