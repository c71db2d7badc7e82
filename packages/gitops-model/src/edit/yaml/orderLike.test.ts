import { orderLike } from './orderLike';
import type { YamlValue } from './YamlValue';

describe('data in the order of a sibling', () => {
  it.each<[string, YamlValue, unknown, YamlValue]>([
    ['keys', { c: 1, a: 2, b: 3 }, { a: 0, b: 0, c: 0 }, { a: 2, b: 3, c: 1 }],
    [
      'keys that the sibling lacks last, as they come',
      { z: 1, c: 2, y: 3, a: 4 },
      { a: 0, c: 0 },
      { a: 4, c: 2, z: 1, y: 3 },
    ],
    [
      'keys further in',
      { b: { y: 1, x: 2 }, a: 1 },
      { a: 0, b: { x: 0, y: 0 } },
      { a: 1, b: { x: 2, y: 1 } },
    ],
    [
      'every item as the first of the sibling',
      [{ b: 1, a: 2 }, { b: 3, a: 4 }, 'x', null],
      [
        { a: 0, b: 0 },
        { b: 0, a: 0 },
      ],
      [{ a: 2, b: 1 }, { a: 4, b: 3 }, 'x', null],
    ],
    ['nothing where the sibling is none', { b: 1, a: 2 }, 'x', { b: 1, a: 2 }],
    [
      'nothing where the sibling is a list',
      { b: 1, a: [{ d: 1, c: 2 }] },
      { a: { c: 0, d: 0 } },
      { a: [{ d: 1, c: 2 }], b: 1 },
    ],
    ['no scalar', 'ab', { b: 0, a: 0 }, 'ab'],
    ['no null', null, { b: 0, a: 0 }, null],
  ])('%s', (_name, value, sibling, ordered) => {
    // Keys in order, which `toEqual` does not mind.
    expect(JSON.stringify(orderLike(value, sibling))).toBe(
      JSON.stringify(ordered),
    );
  });
});
