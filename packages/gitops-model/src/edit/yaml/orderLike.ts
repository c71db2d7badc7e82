import { isRecord } from '../../read/isRecord';
import type { YamlValue } from './YamlValue';

/** The same data with its keys in the order that a sibling has them; what the sibling lacks comes last. */
export function orderLike(value: YamlValue, sibling: unknown): YamlValue {
  if (isList(value)) {
    const [like] = Array.isArray(sibling) ? sibling : [];
    return value.map(item => orderLike(item, like));
  }
  if (value === null || typeof value !== 'object' || !isRecord(sibling)) {
    return value;
  }
  const order = Object.keys(sibling);
  const placeOf = (key: string) =>
    order.includes(key) ? order.indexOf(key) : order.length;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => placeOf(one) - placeOf(other))
      .map(([key, part]) => [key, orderLike(part, sibling[key])]),
  );
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}
