/** Expressions the emitter can write; everything else is a literal. */
export class HclExpression {
  private constructor(readonly text: string) {}

  /** A reference such as `data.keycloak_realm.home.id`. */
  static reference(path: string): HclExpression {
    if (!/^[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)+$/.test(path)) {
      throw new Error('A Terraform reference is names joined by dots');
    }
    return new HclExpression(path);
  }

  /** `jsonencode({ … })`. */
  static jsonencode(value: HclObject): HclExpression {
    return new HclExpression(`jsonencode(${emitValue(value, '  ')})`);
  }
}

export type HclValue =
  string | number | boolean | HclExpression | readonly HclValue[];
export type HclObject = Readonly<Record<string, HclValue>>;

export interface HclResource {
  type: string;
  name: string;
  attributes: HclObject;
}

/** One `resource` block in the layout of `terraform fmt`, without final newline. */
export function emitHclResource({
  type,
  name,
  attributes,
}: HclResource): string {
  const lines = alignedEntries(attributes, '  ');
  return [
    `resource ${emitHclString(type)} ${emitHclString(name)} {`,
    ...lines,
    '}',
  ].join('\n');
}

function alignedEntries(entries: HclObject, indent: string): string[] {
  const width = Math.max(...Object.keys(entries).map(key => key.length));
  return Object.entries(entries).map(([key, value]) => {
    if (!/^[A-Za-z_]\w*$/.test(key)) throw new Error('Not an HCL name');
    return `${indent}${key.padEnd(width)} = ${emitValue(value, indent)}`;
  });
}

function emitValue(value: HclValue | HclObject, indent: string): string {
  if (typeof value === 'string') return emitHclString(value);
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  if (value instanceof HclExpression) return value.text;
  if (isList(value)) {
    return `[${value.map(item => emitValue(item, indent)).join(', ')}]`;
  }
  return `{\n${alignedEntries(value, `${indent}  `).join('\n')}\n${indent}}`;
}

function isList(value: object): value is readonly HclValue[] {
  return Array.isArray(value);
}

const shortEscapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '"': '\\"',
  '\\': '\\\\',
};

/**
 * A quoted string that Terraform reads back as the value itself: never an
 * interpolation, a directive, or a heredoc.
 */
export function emitHclString(value: string): string {
  let out = '';
  for (let at = 0; at < value.length;) {
    const opener = /^([$%])\1*\{/.exec(value.slice(at));
    if (opener) {
      out += escapedOpener(opener[0]);
      at += opener[0].length;
      continue;
    }
    const point = value.codePointAt(at) ?? 0;
    out += escapeCharacter(String.fromCodePoint(point), point);
    at += point > 0xffff ? 2 : 1;
  }
  return `"${out}"`;
}

/** `${` is written `$${`. In a longer run that would be ambiguous. */
function escapedOpener(opener: string): string {
  const [mark] = opener;
  if (opener.length === 2) return `${mark}${opener}`;
  const escaped = mark === '$' ? '\\u0024' : '\\u0025';
  return `${opener.slice(0, -2)}${escaped}{`;
}

function escapeCharacter(character: string, point: number): string {
  if (Object.hasOwn(shortEscapes, character)) return shortEscapes[character];
  const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(character);
  if (!invisible) return character;
  return point > 0xffff
    ? `\\U${point.toString(16).padStart(8, '0')}`
    : `\\u${point.toString(16).padStart(4, '0')}`;
}
