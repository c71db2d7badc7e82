import { editYaml } from './editYaml';
import type { YamlEdit } from './YamlEdit';

type Entry = Extract<YamlEdit, { kind: 'insert-entry' }>;

const noPlace = {
  ok: false,
  reason: 'the file has no such place to edit',
};

describe('putting an entry into a map', () => {
  const four = { path: [], key: 'd', value: 4 };

  it.each<[string, string, Omit<Entry, 'kind'>, string]>([
    ['behind the last', 'a: 1\nb: 2', four, 'a: 1\nb: 2\nd: 4'],
    [
      'without value',
      'a:\n  b: # x\n',
      { path: ['a', 'b'], key: 'c', value: { d: [1] } },
      'a:\n  b: # x\n    c:\n      d:\n        - 1\n',
    ],
    [
      'of the file without value',
      'a:\nb: 1\n',
      { ...four, path: ['a'] },
      'a:\n  d: 4\nb: 1\n',
    ],
    [
      'deep without value',
      'a:\n  b:\n    c:\n',
      { ...four, path: ['a', 'b', 'c'] },
      'a:\n  b:\n    c:\n      d: 4\n',
    ],
    [
      'behind the comments of the last',
      'a:\n  x: 1\n  # z: 1\n# end\n',
      four,
      'a:\n  x: 1\n  # z: 1\nd: 4\n# end\n',
    ],
    [
      'behind a text and its comments, before other entries and theirs',
      'a: |\n  x\n # of a\nb: 2\n  # of b\n',
      { ...four, after: 'a' },
      'a: |\n  x\n # of a\nd: 4\nb: 2\n  # of b\n',
    ],
    [
      'behind a text, before other entries and their comments',
      'a: |\n  x\nb: 2\n  # of b\n',
      { ...four, after: 'a' },
      'a: |\n  x\nd: 4\nb: 2\n  # of b\n',
    ],
    [
      'without value in a list',
      '- a:\n',
      { ...four, path: [0, 'a'] },
      '- a:\n    d: 4\n',
    ],
    [
      'of a list',
      '- a: 1\n- b: 1\n',
      { ...four, path: [0] },
      '- a: 1\n  d: 4\n- b: 1\n',
    ],
    [
      'in a line',
      'a: {b: {c: 1}}\n',
      { ...four, path: ['a'] },
      'a: {b: {c: 1}, d: 4}\n',
    ],
    [
      'in a line behind a key',
      'a: {b}\n',
      { ...four, path: ['a'] },
      'a: {b, d: 4}\n',
    ],
    [
      'in a line behind a comma',
      'a: {b: 1,}\n',
      { ...four, path: ['a'] },
      'a: {b: 1, d: 4,}\n',
    ],
    ['in a line, empty', 'a: { }\n', { ...four, path: ['a'] }, 'a: {d: 4}\n'],
    [
      'behind one',
      'a: 1\nb: 2\n',
      { ...four, after: 'a' },
      'a: 1\nd: 4\nb: 2\n',
    ],
    [
      'behind one that is the last',
      'a: 1\nb: 2\n',
      { ...four, after: 'b' },
      'a: 1\nb: 2\nd: 4\n',
    ],
    [
      'behind one and its comments',
      'a: 1 # one\n  # more of a\n# of b\nb: 2\n',
      { ...four, after: 'a' },
      'a: 1 # one\n  # more of a\nd: 4\n# of b\nb: 2\n',
    ],
    [
      'behind one and its comments, deeper',
      'm:\n  a: 1\n   # more of a\n   # and more\n  # of b\n  b: 2\n',
      { ...four, path: ['m'], after: 'a' },
      'm:\n  a: 1\n   # more of a\n   # and more\n  d: 4\n  # of b\n  b: 2\n',
    ],
    [
      'behind a map',
      'a:\n  x: 1\nb: 2\n',
      { ...four, after: 'a' },
      'a:\n  x: 1\nd: 4\nb: 2\n',
    ],
    [
      'behind a map in a line',
      'a: {x: 1}\nb: 2\n',
      { ...four, after: 'a' },
      'a: {x: 1}\nd: 4\nb: 2\n',
    ],
    [
      'behind one without value',
      'a:\nb: 2\n',
      { ...four, after: 'a' },
      'a:\nd: 4\nb: 2\n',
    ],
    [
      'behind a text',
      'a: |\n  x\nb: 2\n',
      { ...four, after: 'a' },
      'a: |\n  x\nd: 4\nb: 2\n',
    ],
    [
      'before the first of some that is there',
      'a: 1\nb: 2\nc: 3\n',
      { ...four, before: ['x', 'c', 'b'] },
      'a: 1\nd: 4\nb: 2\nc: 3\n',
    ],
    [
      'before none that is there',
      'a: 1\nb: 2\n',
      { ...four, before: ['x'] },
      'a: 1\nb: 2\nd: 4\n',
    ],
    [
      'behind one rather than before one',
      'a: 1\nb: 2\nc: 3\n',
      { ...four, before: ['b'], after: 'b' },
      'a: 1\nb: 2\nd: 4\nc: 3\n',
    ],
    [
      'behind all lines of the one before',
      'a:\n  x: 1\nb: 2\n',
      { ...four, before: ['b'] },
      'a:\n  x: 1\nd: 4\nb: 2\n',
    ],
    [
      'behind the comments of the one before',
      'a: 1 # one\n  # more of a\n# of b\nb: 2\n',
      { ...four, before: ['b'] },
      'a: 1 # one\n  # more of a\nd: 4\n# of b\nb: 2\n',
    ],
    [
      'behind one without value, before one',
      'a:\nb: 2\n',
      { ...four, before: ['b'] },
      'a:\nd: 4\nb: 2\n',
    ],
    [
      'before the first',
      'a: 1\nb: 2\n',
      { ...four, before: ['a'] },
      'd: 4\na: 1\nb: 2\n',
    ],
    [
      'before the first and its comments, behind those of the file',
      '# top\n\n# of a\na: 1\n',
      { ...four, before: ['a'] },
      '# top\n\nd: 4\n# of a\na: 1\n',
    ],
    [
      'before the first and its comments, deeper',
      'm:\r\n  # of a\r\n  # more\r\n  a: 1\r\n',
      { path: ['m'], key: 'd', value: { x: 1 }, before: ['a'] },
      'm:\r\n  d:\r\n    x: 1\r\n  # of a\r\n  # more\r\n  a: 1\r\n',
    ],
    [
      'before the first and its comments, below others',
      'x:\n  # of y alone\n  y: 1\nm:\n  # of a\n  a: 1\n',
      { ...four, path: ['m'], before: ['a'] },
      'x:\n  # of y alone\n  y: 1\nm:\n  d: 4\n  # of a\n  a: 1\n',
    ],
    [
      'before the first beside a dash',
      '- x: 1\n# of the item\n- a: 1\n  b: 1\n',
      { ...four, path: [1], before: ['a'] },
      '- x: 1\n# of the item\n- d: 4\n  a: 1\n  b: 1\n',
    ],
    [
      'before one in a line',
      'a: {b: 1, c: 2}\n',
      { ...four, path: ['a'], before: ['c'] },
      'a: {b: 1, d: 4, c: 2}\n',
    ],
    [
      'before the first in a line',
      'a: {b: 1, c: 2}\n',
      { ...four, path: ['a'], before: ['b'] },
      'a: {d: 4, b: 1, c: 2}\n',
    ],
    [
      'in the quotes of the others',
      'a: "x"\nb: "z"\n',
      { path: [], key: 'd', value: 'x' },
      'a: "x"\nb: "z"\nd: "x"\n',
    ],
    [
      'in the quotes of other texts, whatever stands beside them',
      'a: "x"\nb: 1\nc: null\ne: {f: 1}\n',
      { path: [], key: 'd', value: 'x' },
      'a: "x"\nb: 1\nc: null\ne: {f: 1}\nd: "x"\n',
    ],
    [
      'without the quotes of texts that need them',
      'a: "no"\nb: z\nc: "1"\n',
      { path: [], key: 'd', value: 'x' },
      'a: "no"\nb: z\nc: "1"\nd: x\n',
    ],
    [
      'without the quotes that half of the others have',
      "a: 'x'\nb: z\n",
      { path: [], key: 'd', value: 'x' },
      "a: 'x'\nb: z\nd: x\n",
    ],
    [
      'that is a map without the quotes of the others',
      "a: 'x'\n",
      { path: [], key: 'd', value: { e: 'x' } },
      "a: 'x'\nd:\n  e: x\n",
    ],
  ])('%s', (_name, text, entry, after) => {
    expect(editYaml(text, { kind: 'insert-entry', ...entry })).toEqual({
      ok: true,
      text: after,
    });
  });

  it.each<[string, string, Omit<Entry, 'kind'>]>([
    ['a key that is there', 'a: 1\n', { path: [], key: 'a', value: 1 }],
    [
      'a key that is there in a line',
      'a: {b: 1}\n',
      { path: ['a'], key: 'b', value: 1 },
    ],
    ['a place that is not there', 'a: 1\n', { ...four, path: ['b'] }],
    ['a scalar', 'a: 1\n', { ...four, path: ['a'] }],
    ['a list', 'a:\n- 1\n', { ...four, path: ['a'] }],
    ['a value that says it is none', 'a: null\n', { ...four, path: ['a'] }],
    [
      'a place without value in a line',
      'a: {b: }\n',
      { ...four, path: ['a', 'b'] },
    ],
    ['an empty map over lines', 'a: {\n}\n', { ...four, path: ['a'] }],
    ['a place behind what is not there', 'a: 1\n', { ...four, after: 'b' }],
    [
      'a place behind a key that has no colon',
      '? a\nb: 2\n',
      { ...four, after: 'a' },
    ],
  ])('refuses %s', (_name, text, entry) => {
    expect(editYaml(text, { kind: 'insert-entry', ...entry })).toEqual(noPlace);
  });
});
