export interface HclToken {
  kind: 'identifier' | 'number' | 'string' | 'template' | 'mark' | 'newline';
  text: string;
  /** Decoded text of a `string`; a string with `${` or `%{` is a `template`. */
  value: string;
  start: number;
  end: number;
  /** 1-based. */
  line: number;
}

/** Where a text stops being HCL. */
export class HclSyntaxError extends Error {
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(reason);
    this.name = 'HclSyntaxError';
  }
}

const blank = /[ \t\r\uFEFF]+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\//y;
const identifier = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const number = /\d+(\.\d+)?([eE][+-]?\d+)?/y;
const heredoc = /<<-?([\p{L}_][\p{L}\p{N}_-]*)\r?\n/uy;
const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
};

/**
 * Splits HCL into tokens, without comments.
 *
 * @throws HclSyntaxError
 */
export function readHclTokens(text: string): HclToken[] {
  const tokens: HclToken[] = [];
  let at = 0;
  let line = 1;

  const matches = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const push = (kind: HclToken['kind'], end: number, value: string) => {
    const token = text.slice(at, end);
    tokens.push({ kind, text: token, value, start: at, end, line });
    line += token.split('\n').length - 1;
    at = end;
  };

  while (at < text.length) {
    const skipped = matches(blank);
    if (skipped) {
      line += skipped[0].split('\n').length - 1;
      at += skipped[0].length;
      continue;
    }
    const word = matches(identifier) ?? undefined;
    const digits = matches(number);
    const document = matches(heredoc);
    if (text[at] === '\n') {
      push('newline', at + 1, '');
    } else if (word) {
      push('identifier', at + word[0].length, word[0]);
    } else if (digits) {
      push('number', at + digits[0].length, digits[0]);
    } else if (document) {
      const close = new RegExp(`^[ \\t]*${document[1]}[ \\t\\r]*$`, 'mu');
      const body = at + document[0].length;
      const found = close.exec(text.slice(body));
      if (!found) throw new HclSyntaxError(line, 'a heredoc has no end');
      push('template', body + found.index + found[0].length, '');
    } else if (text[at] === '"') {
      const string = readString(text, at, line);
      push(string.template ? 'template' : 'string', string.end, string.value);
    } else {
      push('mark', at + 1, text[at]);
    }
  }
  return tokens;
}

interface HclString {
  end: number;
  value: string;
  template: boolean;
}

function readString(text: string, start: number, line: number): HclString {
  let value = '';
  let template = false;
  let at = start + 1;
  while (at < text.length) {
    const two = text.slice(at, at + 2);
    const three = text.slice(at, at + 3);
    if (text[at] === '"') return { end: at + 1, value, template };
    if (text[at] === '\n') break;
    if (three === '$${' || three === '%%{') {
      value += three.slice(1);
      at += 3;
    } else if (two === '${' || two === '%{') {
      template = true;
      at = endOfTemplate(text, at + 2, line);
    } else if (text[at] === '\\') {
      const unicode = /^\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/.exec(
        text.slice(at, at + 10),
      );
      if (unicode) {
        const point = Number.parseInt(unicode[1].slice(1), 16);
        if (point > 0x10ffff) break;
        value += String.fromCodePoint(point);
        at += unicode[0].length;
      } else if (Object.hasOwn(escapes, text[at + 1] ?? '')) {
        value += escapes[text[at + 1]];
        at += 2;
      } else {
        throw new HclSyntaxError(line, 'a string holds an unknown escape');
      }
    } else {
      value += text[at];
      at += 1;
    }
  }
  throw new HclSyntaxError(line, 'a string has no end');
}

function endOfTemplate(text: string, start: number, line: number): number {
  let depth = 1;
  let at = start;
  while (at < text.length) {
    if (text[at] === '"') {
      at = readString(text, at, line).end;
      continue;
    }
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    at += 1;
    if (depth === 0) return at;
  }
  throw new HclSyntaxError(line, 'a template in a string has no end');
}
