import { parseQuantity } from './parseQuantity';

it.each([
  ['4', 4],
  ['250m', 0.25],
  ['1.5Gi', 1.5 * 2 ** 30],
  ['7921504Ki', 7921504 * 1024],
  ['2P', 2e15],
  ['1Ei', 2 ** 60],
  ['0', undefined],
  ['-1', undefined],
  ['12 Gi', undefined],
  ['3x', undefined],
  ['', undefined],
  [undefined, undefined],
])('reads %j as %j', (text, number) => {
  expect(parseQuantity(text)).toBe(number);
});
