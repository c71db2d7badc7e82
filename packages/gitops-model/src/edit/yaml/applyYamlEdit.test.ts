import { applyYamlEdit } from './applyYamlEdit';
import type { YamlEdit } from './YamlEdit';

const data = {
  a: { b: ['x', 'y'], c: 1, n: null },
  list: [{ k: 1 }, { k: 2 }],
};

/** Keys in order, which `toEqual` does not mind. */
function written(value: unknown) {
  return JSON.stringify(value);
}

describe('what an edit means for plain data', () => {
  it.each<[YamlEdit, number, unknown]>([
    [
      { kind: 'insert-item', path: ['a', 'b'], value: 'z' },
      1,
      { ...data, a: { b: ['x', 'z', 'y'], c: 1, n: null } },
    ],
    [
      { kind: 'insert-item', path: ['a', 'n'], value: 'z' },
      0,
      { ...data, a: { b: ['x', 'y'], c: 1, n: ['z'] } },
    ],
    [
      { kind: 'insert-item', path: ['a', 'new'], value: 'z' },
      0,
      { ...data, a: { b: ['x', 'y'], c: 1, n: null, new: ['z'] } },
    ],
    [
      { kind: 'insert-entry', path: ['list', 1], key: 'l', value: { m: 1 } },
      0,
      { ...data, list: [{ k: 1 }, { k: 2, l: { m: 1 } }] },
    ],
    [
      { kind: 'insert-entry', path: ['a', 'n'], key: 'l', value: 3 },
      0,
      { ...data, a: { b: ['x', 'y'], c: 1, n: { l: 3 } } },
    ],
    [
      { kind: 'insert-entry', path: ['a'], key: 'l', value: 3, after: 'b' },
      0,
      { ...data, a: { b: ['x', 'y'], l: 3, c: 1, n: null } },
    ],
    [
      {
        kind: 'insert-entry',
        path: ['a'],
        key: 'l',
        value: 3,
        before: ['z', 'n', 'c'],
      },
      0,
      { ...data, a: { b: ['x', 'y'], l: 3, c: 1, n: null } },
    ],
    [
      {
        kind: 'insert-entry',
        path: ['a'],
        key: 'l',
        value: 3,
        after: 'c',
        before: ['b'],
      },
      0,
      { ...data, a: { b: ['x', 'y'], c: 1, l: 3, n: null } },
    ],
    [
      { kind: 'insert-entry', path: ['a'], key: 'l', value: 3, before: ['z'] },
      0,
      { ...data, a: { b: ['x', 'y'], c: 1, n: null, l: 3 } },
    ],
    [
      { kind: 'remove-item', path: ['list'], index: 0 },
      0,
      { ...data, list: [{ k: 2 }] },
    ],
    [
      { kind: 'remove-entry', path: ['a'], key: 'c' },
      0,
      { ...data, a: { b: ['x', 'y'], n: null } },
    ],
    [
      { kind: 'replace-scalar', path: ['list', 0, 'k'], value: 'x' },
      0,
      { ...data, list: [{ k: 'x' }, { k: 2 }] },
    ],
    [
      { kind: 'replace-scalar', path: ['a', 'b', 1], value: 'z' },
      0,
      { ...data, a: { b: ['x', 'z'], c: 1, n: null } },
    ],
  ])('%j at %j', (edit, index, after) => {
    const before = written(data);
    expect(written(applyYamlEdit(data, edit, index))).toBe(written(after));
    expect(written(data)).toBe(before);
  });

  it.each<[string, YamlEdit]>([
    ['items of a map', { kind: 'insert-item', path: ['a'], value: 1 }],
    ['items of a scalar', { kind: 'insert-item', path: ['a', 'c'], value: 1 }],
    [
      'entries of a list',
      { kind: 'insert-entry', path: ['list'], key: 'k', value: 1 },
    ],
    [
      'entries of a scalar',
      { kind: 'insert-entry', path: ['a', 'c'], key: 'k', value: 1 },
    ],
    [
      'entries of a map that is not there',
      { kind: 'insert-entry', path: ['new'], key: 'k', value: 1 },
    ],
    [
      'an entry that is there',
      { kind: 'insert-entry', path: ['a'], key: 'n', value: 1 },
    ],
    [
      'an entry behind one that is not there',
      { kind: 'insert-entry', path: ['a'], key: 'k', value: 1, after: 'z' },
    ],
    [
      'an entry behind one that is not there, before one that is',
      {
        kind: 'insert-entry',
        path: ['a'],
        key: 'k',
        value: 1,
        after: 'z',
        before: ['c'],
      },
    ],
    [
      'an item behind the last',
      { kind: 'remove-item', path: ['list'], index: 2 },
    ],
    ['an item of a map', { kind: 'remove-item', path: ['a'], index: 0 }],
    ['an entry of a list', { kind: 'remove-entry', path: ['list'], key: '0' }],
    [
      'an entry of nothing',
      { kind: 'remove-entry', path: ['a', 'n'], key: 'x' },
    ],
    [
      'an item before the first',
      { kind: 'remove-item', path: ['list'], index: -1 },
    ],
    [
      'an entry that is not there',
      { kind: 'remove-entry', path: ['a'], key: 'z' },
    ],
    [
      'what is not there',
      { kind: 'replace-scalar', path: ['a', 'z'], value: 1 },
    ],
    ['a list', { kind: 'replace-scalar', path: ['list'], value: 1 }],
    ['nothing', { kind: 'replace-scalar', path: ['a', 'n'], value: 1 }],
    [
      'what is inside a scalar',
      { kind: 'replace-scalar', path: ['a', 'c', 'x'], value: 1 },
    ],
    [
      'what is inside nothing',
      { kind: 'insert-item', path: ['a', 'n', 'x'], value: 1 },
    ],
    [
      'a name in a list',
      { kind: 'insert-item', path: ['list', 'length'], value: 1 },
    ],
    ['a number in a map', { kind: 'insert-item', path: ['a', 0], value: 1 }],
    [
      'what every object has',
      { kind: 'insert-entry', path: ['a', 'toString'], key: 'k', value: 1 },
    ],
  ])('has no place for %s', (_name, edit) => {
    expect(applyYamlEdit(data, edit, 0)).toBeUndefined();
  });

  it('takes any key as a key', () => {
    const edited = applyYamlEdit(
      {},
      { kind: 'insert-entry', path: [], key: '__proto__', value: 'x' },
      0,
    );
    expect(written(edited)).toBe('{"__proto__":"x"}');
    expect(
      written(
        applyYamlEdit(
          edited,
          { kind: 'replace-scalar', path: ['__proto__'], value: 'y' },
          0,
        ),
      ),
    ).toBe('{"__proto__":"y"}');
  });
});
