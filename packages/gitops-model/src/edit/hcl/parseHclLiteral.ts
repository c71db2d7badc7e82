import type { HclLiteral } from './HclBlock';
import type { HclToken } from './readHclTokens';

const words: ReadonlyMap<string, HclLiteral> = new Map<string, HclLiteral>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Value of an expression that needs no evaluation; otherwise `undefined`. */
export function parseHclLiteral(
  expression: readonly HclToken[],
): HclLiteral | undefined {
  const tokens = expression.filter(({ kind }) => kind !== 'newline');
  let at = 0;
  const isMark = (mark: string) =>
    tokens[at]?.kind === 'mark' && tokens[at].text === mark;
  const takeMark = (mark: string) => {
    const found = isMark(mark);
    if (found) at += 1;
    return found;
  };

  const parseList = (): HclLiteral[] | undefined => {
    const items: HclLiteral[] = [];
    while (!takeMark(']')) {
      const item = parseValue();
      if (item === undefined || !(takeMark(',') || isMark(']'))) {
        return undefined;
      }
      items.push(item);
    }
    return items;
  };

  const parseObject = (): HclLiteral | undefined => {
    const entries: [string, HclLiteral][] = [];
    while (!takeMark('}')) {
      const key = tokens[at];
      at += 1;
      if (key?.kind !== 'identifier' && key?.kind !== 'string') {
        return undefined;
      }
      if (!takeMark('=') && !takeMark(':')) return undefined;
      const value = parseValue();
      if (value === undefined) return undefined;
      entries.push([key.value, value]);
      takeMark(',');
    }
    return Object.fromEntries(entries);
  };

  function parseValue(): HclLiteral | undefined {
    if (takeMark('[')) return parseList();
    if (takeMark('{')) return parseObject();
    const negative = takeMark('-');
    const token = tokens[at];
    at += 1;
    if (token?.kind === 'number') {
      return (negative ? -1 : 1) * Number(token.text);
    }
    if (negative) return undefined;
    if (token?.kind === 'string') return token.value;
    return token?.kind === 'identifier' ? words.get(token.text) : undefined;
  }

  const value = parseValue();
  return at === tokens.length ? value : undefined;
}
