import { stringify } from 'yaml';
import { parseYaml } from '../../documents/parseYaml';
import { isRecord } from '../../isRecord';
import type { GoFunction } from './GoFunction';
import { asList, asNumber, asText, isTrue, toText } from './goValues';
import { joinTexts } from './joinTexts';
import { TemplateError } from './TemplateError';

const maxListLength = 10_000;

/** Lists, and reading and writing YAML and JSON. */
export const listFunctions: Record<string, GoFunction> = {
  list: args => args,
  first: ([list]) => asList(list)[0],
  last: ([list]) => asList(list).at(-1),
  rest: ([list]) => asList(list).slice(1),
  initial: ([list]) => asList(list).slice(0, -1),
  append: ([list, value]) => bounded([...asList(list), value]),
  prepend: ([list, value]) => bounded([value, ...asList(list)]),
  concat: lists => bounded(lists.flatMap(asList)),
  reverse: ([list]) => [...asList(list)].reverse(),
  uniq: ([list]) => [...new Set(asList(list))],
  compact: ([list]) => asList(list).filter(isTrue),
  without: ([list, ...values]) =>
    asList(list).filter(value => !values.includes(value)),
  has: ([value, list]) => asList(list).includes(value),
  sortAlpha: ([list]) => asList(list).map(toText).sort(),
  slice: ([value, start = 0, end]) => {
    const part = typeof value === 'string' ? value : asList(value);
    return part.slice(
      asNumber(start),
      end === undefined ? undefined : asNumber(end),
    );
  },
  join: ([separator, list]) =>
    joinTexts(
      (Array.isArray(list) ? list : [list])
        .filter(value => value !== undefined && value !== null)
        .map(toText),
      asText(separator),
    ),
  splitList: ([separator, text]) => asText(text).split(asText(separator)),
  split: ([separator, text]) =>
    Object.fromEntries(
      asText(text)
        .split(asText(separator))
        .map((part, index) => [`_${index}`, part]),
    ),
  until: ([count]) => {
    const length = Math.max(0, Math.trunc(asNumber(count)));
    if (length > maxListLength) {
      throw new TemplateError('it makes a list that is too long');
    }
    return Array.from({ length }, (_value, index) => index);
  },
  toJson: ([value]) => JSON.stringify(value ?? null),
  toRawJson: ([value]) => JSON.stringify(value ?? null),
  fromJson: ([text]) => readYaml(text),
  toYaml: ([value]) =>
    stringify(value ?? null, { sortMapEntries: true, lineWidth: 0 }).replace(
      /\n$/,
      '',
    ),
  fromYaml: ([text]) => {
    const value = readYaml(text);
    return isRecord(value) ? value : {};
  },
  fromYamlArray: ([text]) => {
    const value = readYaml(text);
    return Array.isArray(value) ? value : [];
  },
};

function bounded(list: unknown[]): unknown[] {
  if (list.length > maxListLength) {
    throw new TemplateError('it makes a list that is too long');
  }
  return list;
}

function readYaml(text: unknown): unknown {
  const { documents, problems } = parseYaml(asText(text));
  if (problems.length > 0) throw new TemplateError(problems[0].message);
  return documents[0]?.value;
}
