import type { HclAttribute, HclBlock } from './HclBlock';
import { parseHclLiteral } from './parseHclLiteral';
import { HclSyntaxError, readHclTokens, type HclToken } from './readHclTokens';

/** Outcome of reading a file: all its top-level blocks, or where it breaks. */
export type HclReading =
  | { ok: true; blocks: HclBlock[] }
  | { ok: false; line: number; reason: string };

/** Deeper nesting is refused rather than read. */
const maxDepth = 32;

/** Reads the top-level blocks of an HCL file. Evaluates nothing. */
export function readHclBlocks(text: string): HclReading {
  try {
    const tokens = readHclTokens(text);
    const body = readBody(text, tokens, 0, 0);
    if (body.next < tokens.length) {
      throw new HclSyntaxError(tokens[body.next].line, 'a brace is too many');
    }
    return { ok: true, blocks: body.blocks };
  } catch (error) {
    if (error instanceof HclSyntaxError) {
      return { ok: false, line: error.line, reason: error.message };
    }
    throw error;
  }
}

interface HclBody {
  attributes: Record<string, HclAttribute>;
  blocks: HclBlock[];
  /** Index of the closing brace, or the count of tokens. */
  next: number;
}

function readBody(
  text: string,
  tokens: readonly HclToken[],
  first: number,
  depth: number,
): HclBody {
  const attributes = new Map<string, HclAttribute>();
  const blocks: HclBlock[] = [];
  let at = first;
  while (at < tokens.length && tokens[at].text !== '}') {
    const head = tokens[at];
    if (head.kind === 'newline') {
      at += 1;
      continue;
    }
    if (head.kind !== 'identifier') {
      throw new HclSyntaxError(head.line, 'a name was expected');
    }
    at += 1;
    if (tokens[at]?.text === '=') {
      const end = endOfExpression(tokens, at + 1);
      const expression = tokens.slice(at + 1, end);
      if (expression.length === 0) {
        throw new HclSyntaxError(head.line, `${head.text} has no value`);
      }
      attributes.set(head.text, {
        text: text.slice(expression[0].start, expression.at(-1)?.end),
        start: expression[0].start,
        literal: parseHclLiteral(expression),
        line: head.line,
      });
      at = end;
      continue;
    }
    const labels: string[] = [];
    while (tokens[at]?.kind === 'identifier' || tokens[at]?.kind === 'string') {
      labels.push(tokens[at].value);
      at += 1;
    }
    if (tokens[at]?.text !== '{' || depth === maxDepth) {
      throw new HclSyntaxError(head.line, `${head.text} is no block`);
    }
    const body = readBody(text, tokens, at + 1, depth + 1);
    const close = tokens[body.next];
    if (!close) throw new HclSyntaxError(head.line, 'a block has no end');
    blocks.push({
      type: head.text,
      labels,
      start: head.start,
      end: close.end,
      line: head.line,
      attributes: body.attributes,
      blocks: body.blocks,
    });
    at = body.next + 1;
  }
  return { attributes: Object.fromEntries(attributes), blocks, next: at };
}

const closing: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

function endOfExpression(tokens: readonly HclToken[], first: number): number {
  const open: string[] = [];
  let at = first;
  for (; at < tokens.length; at += 1) {
    const { kind, text, line } = tokens[at];
    if (open.length === 0 && (kind === 'newline' || text === '}')) return at;
    if (kind !== 'mark') continue;
    const close = closing.get(text);
    if (close !== undefined) open.push(close);
    const isAmiss = ')]}'.includes(text) && open.pop() !== text;
    if (isAmiss || open.length > maxDepth) {
      throw new HclSyntaxError(line, 'brackets do not match');
    }
  }
  if (open.length > 0) {
    throw new HclSyntaxError(tokens[first].line, 'a bracket has no end');
  }
  return at;
}
