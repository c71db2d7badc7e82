import { readLimits } from '../readLimits';

/** What is known of a variable. `unknown`: it may be set where the portal does not look. */
export type Variable =
  { state: 'set'; value: string } | { state: 'unset' } | { state: 'unknown' };

export type Expansion =
  | {
      state: 'expanded';
      text: string;
      /** Names that were replaced by nothing, each once. */
      unset: string[];
      /** Expressions that stay as they are written, such as `${NAME^^}`. */
      unevaluated: string[];
    }
  /** Flux refuses the text. */
  | { state: 'refused'; reason: string };

class BadSubstitution extends Error {}

/**
 * A text with `${NAME}`, `${NAME:=default}` and `${NAME:-default}` replaced as
 * Flux does; `$$` stands for one `$`. An expression of an unknown variable, and
 * one that changes its value, such as `${NAME:0:3}`, stays as it is written.
 *
 * @see https://github.com/fluxcd/pkg/tree/main/envsubst
 */
export function expandVariables(
  text: string,
  lookUp: (name: string) => Variable,
): Expansion {
  const cursor: Cursor = { text, at: 0, lookUp };
  const found: Found = { unset: new Set(), unevaluated: new Set() };
  let expanded = '';
  try {
    while (cursor.at < text.length) {
      const dollar = text.indexOf('$', cursor.at);
      if (dollar < 0) {
        expanded += text.slice(cursor.at);
        break;
      }
      expanded += text.slice(cursor.at, dollar);
      cursor.at = dollar + 2;
      if (text[dollar + 1] === '{') {
        const part = readExpression(cursor, 1);
        part.unset.forEach(name => found.unset.add(name));
        part.unevaluated.forEach(source => found.unevaluated.add(source));
        expanded += part.text;
      } else if (text[dollar + 1] === '$') {
        expanded += '$';
      } else {
        expanded += '$';
        cursor.at = dollar + 1;
      }
    }
  } catch (error) {
    if (!(error instanceof BadSubstitution)) throw error;
    return { state: 'refused', reason: error.message };
  }
  return {
    state: 'expanded',
    text: expanded,
    unset: [...found.unset],
    unevaluated: [...found.unevaluated],
  };
}

interface Cursor {
  readonly text: string;
  at: number;
  readonly lookUp: (name: string) => Variable;
}

interface Found {
  unset: Set<string>;
  unevaluated: Set<string>;
}

type Part = Found & { text: string };

/** Reads from behind `${` to behind its `}`. */
function readExpression(cursor: Cursor, depth: number): Part {
  const { text } = cursor;
  const start = cursor.at - 2;
  if (depth > readLimits.depth) {
    throw new BadSubstitution('an expression is nested too deeply');
  }
  const isLength = text[cursor.at] === '#';
  if (isLength) cursor.at += 1;
  const name = nameAt(text, cursor.at);
  if (name === '') {
    throw new BadSubstitution(
      'an expression that begins with “${” names no variable',
    );
  }
  cursor.at += name.length;
  const operator = /(?:=|:[-=?+]|}|:|,|\^|\/|#|%)/y;
  operator.lastIndex = cursor.at;
  const found = operator.exec(text)?.[0];
  if (found === undefined || (isLength && found !== '}')) {
    throw new BadSubstitution(`the expression of ${name} is not closed by “}”`);
  }
  cursor.at += found.length;
  const isPlain = found === '}';
  const fallback = isPlain ? undefined : readArgument(cursor, name, depth);
  const written = text.slice(start, cursor.at);
  const variable = cursor.lookUp(name);
  const isDefault = /^(?:=|:[-=?+])$/.test(found);
  if (isLength || !(isPlain || isDefault)) {
    return keep(written, [written]);
  }
  if (variable.state === 'unknown') return keep(written, []);
  const value = variable.state === 'set' ? variable.value : '';
  if (value !== '' || !fallback) {
    const unset = variable.state === 'unset' && !fallback ? [name] : [];
    return { ...keep(value, []), unset: new Set(unset) };
  }
  return fallback;
}

function keep(text: string, unevaluated: string[]): Part {
  return { text, unset: new Set(), unevaluated: new Set(unevaluated) };
}

/** Reads to behind the closing `}`; within a default there are no escapes. */
function readArgument(cursor: Cursor, name: string, depth: number): Part {
  const { text } = cursor;
  const argument = keep('', []);
  for (;;) {
    const next = /}|\$\{/g;
    next.lastIndex = cursor.at;
    const end = next.exec(text);
    if (!end) {
      throw new BadSubstitution(
        `the expression of ${name} is not closed by “}”`,
      );
    }
    argument.text += text.slice(cursor.at, end.index);
    cursor.at = end.index + end[0].length;
    if (end[0] === '}') return argument;
    const part = readExpression(cursor, depth + 1);
    argument.text += part.text;
    part.unset.forEach(unset => argument.unset.add(unset));
    part.unevaluated.forEach(source => argument.unevaluated.add(source));
  }
}

function nameAt(text: string, index: number): string {
  const name = /[\p{L}\p{Nd}_]*/uy;
  name.lastIndex = index;
  return name.exec(text)?.[0] ?? '';
}
