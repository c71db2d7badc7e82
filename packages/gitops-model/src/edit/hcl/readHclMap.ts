import type { HclAttribute, HclLiteral } from './HclBlock';
import { parseHclLiteral } from './parseHclLiteral';
import { type HclToken, readHclTokens } from './readHclTokens';

/** One `key = value` of a map. Offsets are of the whole text. */
interface HclMapEntry {
  key: string;
  isQuoted: boolean;
  start: number;
  /** Of the sign between key and value. */
  sign: number;
  /** Behind the value. */
  end: number;
  /** The value as written. */
  text: string;
  /** `undefined` where the value needs evaluation. */
  literal: HclLiteral | undefined;
}

export interface HclMap {
  /** Offset behind the opening brace. */
  open: number;
  /** Offset of the closing brace. */
  close: number;
  entries: HclMapEntry[];
}

/** The entries of `{ … }` or `jsonencode({ … })`; `undefined` for any other expression. */
export function readHclMap({
  text,
  start,
}: Pick<HclAttribute, 'text' | 'start'>): HclMap | undefined {
  const body = withoutCall(
    readHclTokens(text).map(token => ({
      ...token,
      start: token.start + start,
      end: token.end + start,
    })),
  );
  const [first] = body;
  const last = body.at(-1);
  if (first?.text !== '{' || last?.text !== '}') return undefined;
  const entries: HclMapEntry[] = [];
  let at = 1;
  while (at < body.length - 1) {
    if (body[at].kind === 'newline' || body[at].text === ',') {
      at += 1;
      continue;
    }
    const [key, sign] = body.slice(at, at + 2);
    const value = valueIn(body.slice(at + 2, -1));
    const isKey = key.kind === 'identifier' || key.kind === 'string';
    const end = value.at(-1)?.end;
    if (!isKey || !['=', ':'].includes(sign.text) || end === undefined) {
      return undefined;
    }
    entries.push({
      key: key.value,
      isQuoted: key.kind === 'string',
      start: key.start,
      sign: sign.start,
      end,
      text: text.slice(value[0].start - start, end - start),
      literal: parseHclLiteral(value),
    });
    at += 2 + value.length;
  }
  return { open: first.end, close: last.start, entries };
}

function withoutCall(tokens: readonly HclToken[]): HclToken[] {
  const isCall =
    tokens[0]?.text === 'jsonencode' &&
    tokens[1]?.text === '(' &&
    tokens.at(-1)?.text === ')';
  const inner = isCall ? tokens.slice(2, -1) : tokens;
  return inner.filter(
    ({ kind }, index) =>
      kind !== 'newline' || (index > 0 && index < inner.length - 1),
  );
}

/** Up to the end of the line, or to the comma. */
function valueIn(tokens: readonly HclToken[]): HclToken[] {
  let depth = 0;
  const end = tokens.findIndex(({ kind, text }) => {
    if (depth === 0 && (kind === 'newline' || text === ',')) return true;
    if (kind === 'mark' && '([{'.includes(text)) depth += 1;
    if (kind === 'mark' && ')]}'.includes(text)) depth -= 1;
    return false;
  });
  return tokens.slice(0, end === -1 ? undefined : end);
}
