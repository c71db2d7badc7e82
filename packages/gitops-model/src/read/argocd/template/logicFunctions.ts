import { isRecord } from '../../isRecord';
import {
  asList,
  asMapping,
  asNumber,
  asText,
  describe,
  entryOf,
  isTrue,
} from './goValues';
import type { GoFunction } from './GoFunction';
import { TemplateError } from './TemplateError';

/** Comparison, defaults, numbers, and looking into mappings. */
export const logicFunctions: Record<string, GoFunction> = {
  // `and` and `or` with their short cut are part of the evaluator.
  not: ([value]) => !isTrue(value),
  eq: ([first, ...others]) => others.some(other => isSame(first, other)),
  ne: ([first, second]) => !isSame(first, second),
  lt: ([first, second]) => compare(first, second) < 0,
  le: ([first, second]) => compare(first, second) <= 0,
  gt: ([first, second]) => compare(first, second) > 0,
  ge: ([first, second]) => compare(first, second) >= 0,
  default: args => (isTrue(args[1]) ? args[1] : args[0]),
  coalesce: args => args.find(isTrue),
  empty: ([value]) => !isTrue(value),
  ternary: ([yes, no, test]) => (test === true ? yes : no),
  fail: ([message]) => {
    throw new TemplateError(asText(message));
  },
  len: ([value]) => {
    if (typeof value === 'string')
      return new TextEncoder().encode(value).length;
    return isRecord(value) ? Object.keys(value).length : asList(value).length;
  },
  index: ([value, ...keys]) => keys.reduce(indexInto, value),
  dig: args => {
    const [fallback, mapping] = args.slice(-2);
    let found: unknown = asMapping(mapping);
    for (const key of args.slice(0, -2)) {
      found = entryOf(asMapping(found), asText(key));
      if (found === undefined) return fallback;
    }
    return found;
  },
  get: ([mapping, key]) => entryOf(asMapping(mapping), asText(key)) ?? '',
  hasKey: ([mapping, key]) => Object.hasOwn(asMapping(mapping), asText(key)),
  keys: mappings =>
    mappings.flatMap(mapping => Object.keys(asMapping(mapping)).sort()),
  values: ([mapping]) => Object.values(asMapping(mapping)),
  dict: args =>
    Object.fromEntries(
      args.flatMap((key, index) =>
        index % 2 === 0 ? [[asText(key), args[index + 1] ?? '']] : [],
      ),
    ),
  pick: ([mapping, ...keys]) =>
    Object.fromEntries(
      Object.entries(asMapping(mapping)).filter(([key]) => keys.includes(key)),
    ),
  omit: ([mapping, ...keys]) =>
    Object.fromEntries(
      Object.entries(asMapping(mapping)).filter(([key]) => !keys.includes(key)),
    ),
  kindIs: ([kind, value]) => kind === kindOf(value),
  kindOf: ([value]) => kindOf(value),
  int: ([value]) => Math.trunc(asNumber(value)),
  int64: ([value]) => Math.trunc(asNumber(value)),
  float64: ([value]) => asNumber(value),
  add: args => args.map(asNumber).reduce((sum, value) => sum + value, 0),
  add1: ([value]) => asNumber(value) + 1,
  sub: ([first, second]) => asNumber(first) - asNumber(second),
  mul: args =>
    args.map(asNumber).reduce((product, value) => product * value, 1),
  div: ([first, second]) => Math.trunc(divide(first, second)),
  mod: ([first, second]) => {
    divide(first, second);
    return asNumber(first) % asNumber(second);
  },
  max: args => Math.max(...args.map(asNumber)),
  min: args => Math.min(...args.map(asNumber)),
};

function divide(first: unknown, second: unknown): number {
  if (asNumber(second) === 0) throw new TemplateError('it divides by zero');
  return asNumber(first) / asNumber(second);
}

function isSame(first: unknown, second: unknown): boolean {
  if (
    isRecord(first) ||
    Array.isArray(first) ||
    isRecord(second) ||
    Array.isArray(second)
  ) {
    throw new TemplateError('mappings and lists cannot be compared');
  }
  const [one, other] = [first ?? null, second ?? null];
  if (one !== null && other !== null && typeof one !== typeof other) {
    throw new TemplateError(
      `${describe(one)} and ${describe(other)} cannot be compared`,
    );
  }
  return one === other;
}

function compare(first: unknown, second: unknown): number {
  if (typeof first === 'number' && typeof second === 'number') {
    return first - second;
  }
  const [one, other] = [asText(first), asText(second)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function indexInto(value: unknown, key: unknown): unknown {
  if (isRecord(value)) return entryOf(value, asText(key));
  const list = asList(value);
  if (typeof key !== 'number' || !Number.isInteger(key)) {
    throw new TemplateError(`${describe(key)} is no place in a list`);
  }
  if (key < 0 || key >= list.length) {
    throw new TemplateError(`index ${key} is out of range`);
  }
  return list[key];
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'slice';
  if (isRecord(value)) return 'map';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return 'float64';
  return typeof value === 'string' ? 'string' : 'invalid';
}
