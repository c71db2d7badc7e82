import { InputError } from '@backstage/errors';
import { isRecord } from '../isRecord';
import { toExpression } from './matchesSelector';
import { entryOf, splitPath, type Tree, withEntry } from './tree';

const entryPattern = /^\[([^=]*)=([^]*)\]$/;

/** The value at a path such as `spec.rules.[name=a].host`; `undefined` where there is none. */
export function lookUp(value: unknown, path: string): unknown {
  return segmentsOf(path).reduce<unknown>((found, segment) => {
    if (!Array.isArray(found)) return entryOf(found, segment);
    const [, field, expected] = entryPattern.exec(segment) ?? [];
    if (field !== undefined) {
      return found.find(item => textOf(item, field) === expected);
    }
    return segment === '-' ? found.at(-1) : found[Number(segment)];
  }, value);
}

/** The tree with every field a path leads to changed. Throws an `InputError` where it leads nowhere. */
export function changeFieldPath(
  value: Tree,
  path: string,
  change: (found: unknown) => unknown,
  create: boolean,
): unknown {
  let count = 0;
  const changed = walk(
    value,
    segmentsOf(path),
    found => {
      count += 1;
      return change(found);
    },
    create,
  );
  if (count === 0) throw new InputError(`a target has no ${path}`);
  return changed;
}

function walk(
  value: unknown,
  [segment, ...rest]: readonly string[],
  change: (found: unknown) => unknown,
  create: boolean,
): unknown {
  if (segment === undefined) return change(value);
  const next = (child: unknown) => walk(child, rest, change, create);
  if (/^\d+$/.test(segment) && Array.isArray(value)) {
    const index = Number(segment);
    if (index > value.length || (index === value.length && !create)) {
      throw new InputError(`a target has no entry ${segment}`);
    }
    return value.toSpliced(index, 1, next(value[index]));
  }
  const [, field, expected] = entryPattern.exec(segment) ?? [];
  if (field !== undefined) {
    if (!Array.isArray(value)) {
      throw new InputError(`a target has no list for ${segment}`);
    }
    const expression = toExpression(expected);
    const isMeant = (item: unknown) => {
      const text = textOf(item, field);
      return text !== undefined && text.length <= 512 && expression.test(text);
    };
    if (create && !value.some(isMeant)) {
      return [...value, next(field === '' ? expected : { [field]: expected })];
    }
    return value.map(item => (isMeant(item) ? next(item) : item));
  }
  if (segment === '*' && Array.isArray(value)) return value.map(next);
  if (!isRecord(value)) {
    if (create && (value === undefined || value === null)) {
      return { [segment]: next(undefined) };
    }
    return value;
  }
  const found = entryOf(value, segment);
  if (found === undefined && !create) return value;
  return withEntry(value, segment, next(found));
}

/** Text of a list's entry, or of one of its fields. */
function textOf(item: unknown, field: string): string | undefined {
  const value = field === '' ? item : entryOf(item, field);
  return value === undefined || value === null || typeof value === 'object'
    ? undefined
    : String(value);
}

/** Dots within brackets do not separate; the brackets of a plain key go. */
function segmentsOf(path: string): string[] {
  const segments: string[] = [];
  let open: string[] | undefined;
  for (const part of splitPath(path, '.')) {
    if (open) open.push(part);
    else if (part.startsWith('[') && !part.endsWith(']')) open = [part];
    else segments.push(part);
    if (open && part.endsWith(']')) {
      segments.push(withoutBrackets(open.join('.')));
      open = undefined;
    }
  }
  return open ? [...segments, withoutBrackets(open.join('.'))] : segments;
}

function withoutBrackets(segment: string): string {
  return segment.includes('=') ? segment : segment.replace(/^\[|\]$/g, '');
}
