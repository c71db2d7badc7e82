import { TemplateError } from './TemplateError';

export type Token =
  | { type: 'symbol'; text: string }
  /** A function, a keyword, or `true`, `false` and `nil`. */
  | { type: 'word'; text: string }
  /** `.name`; alone it is the dot. */
  | { type: 'field'; text: string; spaced: boolean }
  | { type: 'variable'; text: string }
  | { type: 'value'; value: string | number };

/** A template in order: text as it is, and actions as their tokens. */
export type Segment =
  { type: 'text'; text: string } | { type: 'action'; tokens: Token[] };

const action = /\{\{(-(?=\s))?/g;
const token =
  /\s+|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)'|[-+]?(?:\d[\d_]*(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?|\$[A-Za-z_0-9]*|\.[A-Za-z_][A-Za-z_0-9]*|\.|[A-Za-z_][A-Za-z_0-9]*|:=|[|(),=]/y;

/** @throws TemplateError where an action is not well-formed. */
export function readSegments(template: string): Segment[] {
  const segments: Segment[] = [];
  let position = 0;
  let trimStart = false;
  const addText = (end: number, trimEnd: boolean) => {
    let text = template.slice(position, end);
    if (trimStart) text = text.trimStart();
    if (trimEnd) text = text.trimEnd();
    if (text) segments.push({ type: 'text', text });
  };
  action.lastIndex = 0;
  for (;;) {
    action.lastIndex = position;
    const open = action.exec(template);
    if (!open) break;
    addText(open.index, open[1] !== undefined);
    const start = open.index + open[0].length;
    const comment = /^\s*\/\*/.test(template.slice(start, start + 64));
    const read = comment
      ? skipComment(template, start)
      : readAction(template, start);
    if (read.tokens) segments.push({ type: 'action', tokens: read.tokens });
    position = read.end;
    trimStart = read.trim;
  }
  addText(template.length, false);
  return segments;
}

interface ReadAction {
  tokens?: Token[];
  end: number;
  /** White space after the action goes. */
  trim: boolean;
}

function skipComment(template: string, start: number): ReadAction {
  const close = template.indexOf('*/', start);
  const end = /^(\s+-)?\}\}/.exec(
    close < 0 ? '' : template.slice(close + 2, close + 66),
  );
  if (!end) throw new TemplateError('a comment is not closed');
  return { end: close + 2 + end[0].length, trim: end[1] !== undefined };
}

function readAction(template: string, start: number): ReadAction {
  const tokens: Token[] = [];
  let position = start;
  let spaced = true;
  while (position < template.length) {
    if (template.startsWith('}}', position)) {
      return { tokens, end: position + 2, trim: false };
    }
    if (spaced && template.startsWith('-}}', position)) {
      return { tokens, end: position + 3, trim: true };
    }
    token.lastIndex = position;
    const found = token.exec(template);
    if (!found) {
      throw new TemplateError(
        `"${template.slice(position, position + 1)}" is not understood`,
      );
    }
    const [text] = found;
    position = token.lastIndex;
    if (/^\s/.test(text)) {
      spaced = true;
      continue;
    }
    tokens.push(toToken(text, spaced));
    spaced = false;
  }
  throw new TemplateError('an action is not closed by }}');
}

function toToken(text: string, spaced: boolean): Token {
  if (text.startsWith('`')) return { type: 'value', value: text.slice(1, -1) };
  if (text.startsWith('"')) return { type: 'value', value: unquote(text) };
  if (text.startsWith("'")) {
    const [character] = unquote(text);
    return { type: 'value', value: character.codePointAt(0) ?? 0 };
  }
  if (/^[-+]?\.?\d/.test(text)) {
    return { type: 'value', value: Number(text.replace(/_/g, '')) };
  }
  if (text.startsWith('$')) return { type: 'variable', text };
  if (text.startsWith('.')) {
    return { type: 'field', text: text.slice(1), spaced };
  }
  return /^[A-Za-z_]/.test(text)
    ? { type: 'word', text }
    : { type: 'symbol', text };
}

const escapes: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function unquote(text: string): string {
  return text
    .slice(1, -1)
    .replace(
      /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))/g,
      (_match, byte?: string, unit?: string, character?: string) => {
        const code = byte ?? unit;
        if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
        return escapes[character ?? ''] ?? character ?? '';
      },
    );
}
