import fc from 'fast-check';
import { expandVariables, type Variable } from './expandVariables';

function lookUp(values: Record<string, string>, complete = true) {
  const known = new Map(Object.entries(values));
  return (name: string): Variable => {
    const value = known.get(name);
    if (value !== undefined) return { state: 'set', value };
    return { state: complete ? 'unset' : 'unknown' };
  };
}

function expand(text: string, values: Record<string, string> = {}) {
  const expansion = expandVariables(text, lookUp(values));
  return expansion.state === 'expanded' ? expansion.text : expansion;
}

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,12}$/);
/** Text without a dollar or brace. */
const plain = fc.string().map(text => text.replace(/[${}]/g, '.'));

describe('expandVariables', () => {
  it.each([
    ['${HOST}', 'wiki'],
    ['a-${HOST}.example.org/${HOST}', 'a-wiki.example.org/wiki'],
    ['${HOST:=other} ${HOST:-other} ${HOST=other}', 'wiki wiki wiki'],
    ['${NONE:=other} ${NONE:-other} ${NONE=other}', 'other other other'],
    ['${EMPTY:=other}', 'other'],
    ['${NONE:?other} ${NONE:+other} ${HOST:+other}', 'other other wiki'],
    ['${NONE:=a b: c}', 'a b: c'],
    ['${NONE:=}', ''],
    ['${NONE:=${HOST}}', 'wiki'],
    ['${NONE:=pre-${HOST}-${NONE:-post}}', 'pre-wiki-post'],
    ['${NONE:=$HOST}', '$HOST'],
    ['$HOST $ $', '$HOST $ $'],
    ['$${HOST}', '${HOST}'],
    ['$${HOST:=${HOST}}', '${HOST:=wiki}'],
    ['$$$${HOST} $$$${HOST', '$${HOST} $${HOST'],
    ['$$${HOST}', '$wiki'],
    ['pid $$', 'pid $'],
    ['}{ ${HOST}}', '}{ wiki}'],
    ['${DOLLAR}', '${HOST}'],
  ])('makes of %s what Flux makes of it: %s', (text, expected) => {
    const values = { HOST: 'wiki', EMPTY: '', DOLLAR: '${HOST}' };
    expect(expand(text, values)).toBe(expected);
  });

  it.each([
    '${}',
    '${',
    '${A',
    '${A:=b',
    '${A:=${B}',
    '${.B}',
    '${A-b}',
    '${A B}',
    '${{A}}',
    '${A:=${.}}',
  ])('refuses %s, as Flux does', text => {
    expect(expand(`before ${text}`)).toMatchObject({ state: 'refused' });
  });

  it.each([
    '${HOST:0:3}',
    '${HOST:1}',
    '${HOST^^}',
    '${HOST,}',
    '${#HOST}',
    '${HOST/a/b}',
    '${HOST//${NONE}/b}',
    '${HOST#*.}',
    '${HOST%%.*}',
  ])('leaves %s as it is, and names it', text => {
    const expansion = expandVariables(
      `<${text}> ${text}`,
      lookUp({ HOST: 'a' }),
    );
    expect(expansion).toEqual({
      state: 'expanded',
      text: `<${text}> ${text}`,
      unset: [],
      unevaluated: [text],
    });
  });

  it('names what is unset once, and only where no default is used', () => {
    const text = '${A} ${A} ${B:=x} ${C:=${D}} ${E:=${D}} ${B}';
    expect(expandVariables(text, lookUp({ E: 'e' }))).toMatchObject({
      text: '  x  e ',
      unset: ['A', 'D', 'B'],
    });
  });

  it('leaves what may be set elsewhere as it is, with its default', () => {
    const text = '${A} ${B:=${C}} $${D} ${KNOWN}';
    expect(expandVariables(text, lookUp({ KNOWN: 'k' }, false))).toEqual({
      state: 'expanded',
      text: '${A} ${B:=${C}} ${D} k',
      unset: [],
      unevaluated: [],
    });
  });

  it('puts every value in where its name stands, and never reads it again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(plain, name)),
        fc.dictionary(name, fc.string()),
        plain,
        (parts, values, end) => {
          const own = new Map(Object.entries(values));
          const text = parts.map(([before, key]) => `${before}\${${key}}`);
          const wanted = parts.map(
            ([before, key]) => `${before}${own.get(key) ?? ''}`,
          );
          const expansion = expandVariables(
            text.join('') + end,
            lookUp(values),
          );
          const missing = parts
            .map(([, key]) => key)
            .filter(key => !own.has(key));
          expect(expansion).toEqual({
            state: 'expanded',
            text: wanted.join('') + end,
            unset: [...new Set(missing)],
            unevaluated: [],
          });
        },
      ),
    );
  });

  it('gives back any text whose dollars are doubled', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('$', '{', '}', 'A', ':', '=', '#', '/'),
        }),
        text => {
          expect(expand(text.replaceAll('$', '$$$$'), { A: 'a' })).toBe(text);
        },
      ),
    );
  });

  it('answers whatever it is given', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        '$',
        '${',
        '$${',
        '}',
        '{',
        ':=',
        ':',
        '-',
        '#',
        '/',
        '^',
        'A',
        '__proto__',
        'constructor',
        ' ',
        '\n',
        'é',
      ),
      maxLength: 200,
    });
    fc.assert(
      fc.property(hostile, fc.boolean(), (text, complete) => {
        const expansion = expandVariables(
          text,
          lookUp({ A: '${A}' }, complete),
        );
        const unset = expansion.state === 'expanded' ? expansion.unset : [];
        expect(['expanded', 'refused']).toContain(expansion.state);
        expect(unset.length === 0 || complete).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes names that JavaScript has a meaning for as any other', () => {
    expect(
      expandVariables('${__proto__}${constructor}', lookUp({})),
    ).toMatchObject({
      text: '',
      unset: ['__proto__', 'constructor'],
    });
  });

  it('refuses what is nested without end, and reads what is long', () => {
    expect(expand('${A:='.repeat(100_000))).toMatchObject({ state: 'refused' });
    expect(expand('${'.repeat(100_000))).toMatchObject({ state: 'refused' });
    expect(expand('${A} '.repeat(100_000), { A: 'a' })).toBe(
      'a '.repeat(100_000),
    );
  });
});
