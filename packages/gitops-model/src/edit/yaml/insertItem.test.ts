import { editYaml } from './editYaml';
import type { YamlPath, YamlValue } from './YamlValue';

const noPlace = {
  ok: false,
  reason: 'the file has no such place to edit',
};

const tooMuch = {
  ok: false,
  reason: 'the edit would change more than it should',
};

describe('putting an item into a list', () => {
  it.each<[string, string, YamlPath, YamlValue, string]>([
    [
      'behind the last',
      'a:\n  - b\nc: 1\n',
      ['a'],
      { x: 1, y: [2] },
      "a:\n  - b\n  - x: 1\n    'y':\n      - 2\nc: 1\n",
    ],
    ['of the file', '- a\n- b', [], 'c', '- a\n- b\n- c'],
    ['behind a text', '- |\n  x\n', [], 'z', '- |\n  x\n- z\n'],
    ['below a dash alone', '-\n  b: 1\n- c', [], 'x', '-\n  b: 1\n- c\n- x'],
    [
      'below a dash alone, deeper',
      'a:\n  -\n    b: 1\n',
      ['a'],
      { x: 1 },
      'a:\n  -\n    b: 1\n  - x: 1\n',
    ],
    [
      'behind a comment on its line, before those below',
      'a:\n- b # c\n# end\n',
      ['a'],
      'd',
      'a:\n- b # c\n- d\n# end\n',
    ],
    [
      'behind an alias',
      'a:\n  - &x b\n  - *x\n',
      ['a'],
      'z',
      'a:\n  - &x b\n  - *x\n  - z\n',
    ],
    [
      'in a line, the same twice',
      'a: [x]\n',
      ['a'],
      (value => [value, value])({ c: 1 }),
      'a: [x, [{c: 1}, {c: 1}]]\n',
    ],
    [
      'behind a blank line, as others stand',
      'a:\n  - x\n\n  # about y\n  - y\n\nb: 1\n',
      ['a'],
      { c: 1, d: 2 },
      'a:\n  - x\n\n  # about y\n  - y\n\n  - c: 1\n    d: 2\n\nb: 1\n',
    ],
    [
      'behind a blank line, without line end',
      '- x\r\n\r\n- y',
      [],
      'z',
      '- x\r\n\r\n- y\r\n\r\n- z',
    ],
    [
      'behind no blank line where not all others are',
      '- x\n\n- y\n- z\n',
      [],
      'w',
      '- x\n\n- y\n- z\n- w\n',
    ],
    ['that is new', 'a: 1\nc: 1\n', ['b'], 'x', 'a: 1\nc: 1\nb:\n  - x\n'],
    [
      'that is new, as other lists of the file stand',
      'a:\n  b: 1\nc:\n- x\n',
      ['a', 'd'],
      { e: 1 },
      'a:\n  b: 1\n  d:\n  - e: 1\nc:\n- x\n',
    ],
    [
      'without value',
      'a:\n  b:\n  c: 1\n',
      ['a', 'b'],
      { x: 1, z: [2] },
      'a:\n  b:\n    - x: 1\n      z:\n        - 2\n  c: 1\n',
    ],
    [
      'without value, as other lists of the file stand',
      'a:\n  b:\nc:\n- x\n',
      ['a', 'b'],
      'x',
      'a:\n  b:\n  - x\nc:\n- x\n',
    ],
    [
      'without value or line end',
      'a:\r\n  b:',
      ['a', 'b'],
      'x',
      'a:\r\n  b:\r\n    - x',
    ],
    ['in a line', 'a: [x] # 1\n', ['a'], 'no', "a: [x, 'no'] # 1\n"],
    ['in a line, empty', 'a: []\n', ['a'], 1, 'a: [1]\n'],
    ['in a line, empty but for blanks', 'a: [ \t]\n', ['a'], 'x', 'a: [x]\n'],
    ['in a line, behind a list', 'a: [[x]]\n', ['a'], 'z', 'a: [[x], z]\n'],
    [
      'in a line, behind a map',
      'a: [{b: 1}]\n',
      ['a'],
      [1],
      'a: [{b: 1}, [1]]\n',
    ],
    [
      'in lists and maps in a line',
      'a: [x, {b: [1]}]\n',
      ['a', 1, 'b'],
      2,
      'a: [x, {b: [1, 2]}]\n',
    ],
    [
      'that is new in a line',
      'a: {b: 1}\n',
      ['a', 'c'],
      'x',
      'a: {b: 1, c: [x]}\n',
    ],
    [
      'in an empty map',
      'a: {}\n',
      ['a', 'c'],
      { d: 'no' },
      "a: {c: [{d: 'no'}]}\n",
    ],
    [
      'in the quotes of the others',
      'a:\n  - "b"\n  - "c"\n',
      ['a'],
      'd',
      'a:\n  - "b"\n  - "c"\n  - "d"\n',
    ],
    [
      'without the quotes that half of the others have',
      'a:\n  - \'b\'\n  - c\n  - "1"\n',
      ['a'],
      'd',
      'a:\n  - \'b\'\n  - c\n  - "1"\n  - d\n',
    ],
    [
      'that is a map without the quotes of the others',
      "a:\n  - 'b'\n",
      ['a'],
      { d: 'e' },
      "a:\n  - 'b'\n  - d: e\n",
    ],
  ])('%s', (_name, text, path, value, after) => {
    expect(editYaml(text, { kind: 'insert-item', path, value })).toEqual({
      ok: true,
      text: after,
    });
  });

  it('puts several lines before the first', () => {
    expect(
      editYaml('a:\r\n  - b\r\n', {
        kind: 'insert-item',
        path: ['a'],
        value: 'a',
        sorted: true,
      }),
    ).toEqual({ ok: true, text: 'a:\r\n  - a\r\n  - b\r\n' });
  });

  it('leaves a blank line below the first of a spaced list', () => {
    expect(
      editYaml('a:\n  - b\n\n  - c\n', {
        kind: 'insert-item',
        path: ['a'],
        value: 'a',
        sorted: true,
      }),
    ).toEqual({ ok: true, text: 'a:\n  - a\n\n  - b\n\n  - c\n' });
  });

  it.each<[string, string, YamlPath]>([
    ['a place in a scalar', 'a: 1\n', ['a', 'b']],
    ['a place that is not there', 'a: 1\n', ['b', 'c']],
    ['a scalar', 'a: 1\n', ['a']],
    ['a map', 'a:\n  b: 1\n', ['a']],
    ['a map in a line', 'a: {b: 1}\n', ['a']],
    ['an item that is a text', '- a\n', [0]],
    ['an item without value', '-\n', [0]],
    ['an item behind the last', '- a\n', [1]],
    ['a value that says it is none', 'a: null\n', ['a']],
    ['an empty list over lines', 'a: [\n]\n', ['a']],
    ['an empty list with a comment', 'a: [ # none\n  ]\n', ['a']],
  ])('refuses %s', (_name, text, path) => {
    expect(editYaml(text, { kind: 'insert-item', path, value: 'x' })).toEqual(
      noPlace,
    );
  });

  it('refuses a list without value in a line', () => {
    expect(
      editYaml('a: {b: }\n', {
        kind: 'insert-item',
        path: ['a', 'b'],
        value: 1,
      }),
    ).toEqual(tooMuch);
  });
});
