import { editYaml } from './editYaml';
import type { YamlPath } from './YamlValue';

describe('taking an item out of a list', () => {
  it.each<[string, string, YamlPath, number, string]>([
    ['the first of a line', 'a: [x, y, z]\n', ['a'], 0, 'a: [y, z]\n'],
    ['one of a line', 'a: [x, y, z] # 3\n', ['a'], 1, 'a: [x, z] # 3\n'],
    ['the last of a line', 'a: [x, y, z]\n', ['a'], 2, 'a: [x, y]\n'],
    ['the only one of a line', 'a: [x]\n', ['a'], 0, 'a: []\n'],
    ['a map of a line', 'a: [x, [y], {z: 1}]\n', ['a'], 2, 'a: [x, [y]]\n'],
    ['one behind a list in a line', 'a: [[y], x]\n', ['a'], 1, 'a: [[y]]\n'],
    ['the first line', '- x\n- y\n', [], 0, '- y\n'],
    ['the last line', '- x\n- y\n', [], 1, '- x\n'],
    ['the last line without its end', '- x\n- y', [], 1, '- x'],
    ['the last line without its end in Windows', '- x\r\n- y', [], 1, '- x'],
    ['the first where the last has no end', '- x\n- y', [], 0, '- y'],
    [
      'the last of a list',
      'a:\n  b:\n    - x # only\n  c: 1\n',
      ['a', 'b'],
      0,
      'a:\n  b: []\n  c: 1\n',
    ],
    [
      'the last of a list whose comments stay',
      'a:\r\n  b:\r\n    # about x\r\n\r\n    - x\r\n  c: 1\r\n',
      ['a', 'b'],
      0,
      'a:\r\n  b: []\r\n    # about x\r\n\r\n  c: 1\r\n',
    ],
    [
      'the last of a list below its comment',
      'a:\n# about x\n- x\nb: 1\n',
      ['a'],
      0,
      'a: []\n# about x\nb: 1\n',
    ],
    ['the last of a list without line end', 'a:\n- x', ['a'], 0, 'a: []'],
    [
      'the last of a list in Windows',
      'a:\r\n  - x\r\nb: 1\r\n',
      ['a'],
      0,
      'a: []\r\nb: 1\r\n',
    ],
    [
      'several lines',
      'a:\n  - x: 1\n    y:\n      - 2\n  # about the next\n  - z: 3',
      ['a'],
      0,
      'a:\n  # about the next\n  - z: 3',
    ],
    [
      'lines that end in a text',
      '- a: 1\n  b: |\n    x\n    y\n- z\n',
      [],
      0,
      '- z\n',
    ],
    [
      'the first of a spaced list',
      '- x\n\n- y\n\n- z\n',
      [],
      0,
      '- y\n\n- z\n',
    ],
    ['one within a spaced list', '- x\n\n- y\n\n- z\n', [], 1, '- x\n\n- z\n'],
    [
      'the last of a spaced list',
      'a:\r\n  - x\r\n\r\n  - y\r\n\r\nb: 1\r\n',
      ['a'],
      1,
      'a:\r\n  - x\r\n\r\nb: 1\r\n',
    ],
    [
      'the last of a spaced list without line end',
      '- x\n\n- y\n\n- z',
      [],
      2,
      '- x\n\n- y',
    ],
    [
      'one whose comment stays in a spaced list',
      '- x\n\n# about y\n- y\n\n- z\n',
      [],
      1,
      '- x\n\n# about y\n\n- z\n',
    ],
    [
      'one of a list that is not spaced all through',
      '- x\n\n- y\n- z\n',
      [],
      1,
      '- x\n\n- z\n',
    ],
    ['a comment on the dash', '- # one\n  x\n- y\n', [], 0, '- y\n'],
    ['a dash alone', '-\n  x: 1\n- y\n', [], 0, '- y\n'],
    ['an item without content', '- x\n-\n', [], 1, '- x\n'],
    ['the first without content', '-\n- y\n', [], 0, '- y\n'],
    ['an alias', '- &x 1\n- *x\n', [], 1, '- &x 1\n'],
    ['an item beside a dash', '- - x\n  - y\n', [0], 1, '- - x\n'],
    [
      'no comments but its own',
      '- x\n# of y\n- y # y\n# after y\n',
      [],
      1,
      '- x\n# of y\n# after y\n',
    ],
  ])('takes %s', (_name, text, path, index, after) => {
    expect(editYaml(text, { kind: 'remove-item', path, index })).toEqual({
      ok: true,
      text: after,
    });
  });

  it.each<[string, string, YamlPath, number]>([
    ['an index behind the list', 'a: [x]\n', ['a'], 1],
    ['an index behind the lines', '- x\n- y\n', [], 2],
    ['an index before the list', 'a: [x]\n', ['a'], -1],
    ['a scalar', 'a: x\n', ['a'], 0],
    ['a map', 'a: {b: 1}\n', ['a'], 0],
    ['a place that is not there', 'a: [x]\n', ['b'], 0],
    ['the only item of a file', '- x\n', [], 0],
    ['the only item behind an anchor', 'a: &b\n- x\n', ['a'], 0],
    ['the only item behind a comment', 'a: # c\n- x\n', ['a'], 0],
    ['an item beside another’s dash', '- - x\n  - y\n', [0], 0],
  ])('refuses %s', (_name, text, path, index) => {
    expect(editYaml(text, { kind: 'remove-item', path, index })).toEqual({
      ok: false,
      reason: 'the file has no such place to edit',
    });
  });

  it('refuses an anchor that is used', () => {
    expect(
      editYaml('- &x 1\n- *x\n', { kind: 'remove-item', path: [], index: 0 }),
    ).toEqual({
      ok: false,
      reason: 'the edit would change more than it should',
    });
  });
});
