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

  /** The type of variables that hold a text. */
  static readonly string = new HclExpression('string');

  /** `jsonencode({ … })`. */
  static jsonencode(value: HclObject): HclExpression {
    return new HclExpression(`jsonencode(${emitHclValue(value, '  ')})`);
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
  return emitHclBlock('resource', [type, name], attributes);
}

/** The declaration of a variable that holds a secret text, in the same layout. */
export function emitHclVariable(name: string, description?: string): string {
  return emitHclBlock('variable', [name], {
    ...(description !== undefined && { description }),
    type: HclExpression.string,
    sensitive: true,
  });
}

function emitHclBlock(
  type: string,
  labels: readonly string[],
  attributes: HclObject,
): string {
  const lines = alignedEntries(attributes, '  ', name => {
    if (!/^[A-Za-z_]\w*$/.test(name)) throw new Error('Not an HCL name');
    return name;
  });
  return [
    [type, ...labels.map(emitHclString), '{'].join(' '),
    ...lines,
    '}',
  ].join('\n');
}

function alignedEntries(
  entries: HclObject,
  indent: string,
  emitKey: (key: string) => string,
): string[] {
  const written = Object.entries(entries).map(
    ([key, value]) => [emitKey(key), value] as const,
  );
  const width = Math.max(...written.map(([key]) => key.length));
  return written.map(
    ([key, value]) =>
      `${indent}${key.padEnd(width)} = ${emitHclValue(value, indent)}`,
  );
}

/** A key of a map: a name stands as it is, unless it would be a keyword there. */
export function emitHclKey(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) && key !== 'for'
    ? key
    : emitHclString(key);
}

/** A value as it stands behind `=` on a line with this indentation. */
export function emitHclValue(
  value: HclValue | HclObject,
  indent: string,
): string {
  if (typeof value === 'string') return emitHclString(value);
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  if (value instanceof HclExpression) return value.text;
  if (isList(value)) {
    return `[${value.map(item => emitHclValue(item, indent)).join(', ')}]`;
  }
  return `{\n${alignedEntries(value, `${indent}  `, emitHclKey).join('\n')}\n${indent}}`;
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
