import { parseHclLiteral } from './parseHclLiteral';
import { readHclBlocks } from './readHclBlocks';
import { readHclTokens } from './readHclTokens';

/** The first attribute called `a` of a file. */
function attribute(text: string) {
  const reading = readHclBlocks(`x {\n${text}\n}\n`);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.blocks[0].attributes.a;
}

describe('blocks of an HCL file', () => {
  it.each([
    ['a = 1\n}', 2, 'a brace is too many'],
    ['= 1', 1, 'a name was expected'],
    ['\n1 = 2', 2, 'a name was expected'],
    ['x {\n  "a" = 1\n}', 2, 'a name was expected'],
    ['a', 1, 'a is no block'],
    ['\na b "c"', 2, 'a is no block'],
    ['a "b" = 1', 1, 'a is no block'],
    ['a = ', 1, 'a has no value'],
    ['x {\n  a =\n}', 2, 'a has no value'],
    ['x {\n  a = 1', 1, 'a block has no end'],
    ['x {\n  a = [1\n}\n', 3, 'brackets do not match'],
    ['a = (1]', 1, 'brackets do not match'],
    ['a = [1\n', 1, 'a bracket has no end'],
    ['a = 1)', 1, 'brackets do not match'],
    ['\na = \\\n]', 3, 'a name was expected'],
    [`a = ${'['.repeat(33)}${']'.repeat(33)}`, 1, 'brackets do not match'],
    [`${'a {\n'.repeat(33)}${'}\n'.repeat(33)}`, 33, 'a is no block'],
    ['a = "b', 1, 'a string has no end'],
    ['a = "b\n"', 1, 'a string has no end'],
    ['a = "\\U00110000"', 1, 'a string has no end'],
    ['\na = "\\q"', 2, 'a string holds an unknown escape'],
    ['a = "\\u12g4"', 1, 'a string holds an unknown escape'],
    ['a = "${b', 1, 'a template in a string has no end'],
    ['a = "${b{}', 1, 'a template in a string has no end'],
    ['a = <<EOT\nx\n', 1, 'a heredoc has no end'],
    ['a = <<EOT\nxEOT\n', 1, 'a heredoc has no end'],
  ])('refuses %j', (text, line, reason) => {
    expect(readHclBlocks(text)).toEqual({ ok: false, line, reason });
  });

  it('reads as deep as it says and no deeper', () => {
    expect(readHclBlocks(`${'a {\n'.repeat(32)}${'}\n'.repeat(32)}`).ok).toBe(
      true,
    );
    expect(attribute(`a = ${'['.repeat(32)}${']'.repeat(32)}`).text).toMatch(
      /^\[+\]+$/,
    );
  });

  it('reads labels with and without quotes, and blocks on one line', () => {
    const text = 'x y "z w" { a = 1 }\nlocals { b = "c" } # end';
    const reading = readHclBlocks(text);
    expect(reading).toMatchObject({
      ok: true,
      blocks: [
        { type: 'x', labels: ['y', 'z w'], start: 0, end: 19, line: 1 },
        { type: 'locals', labels: [], start: 20, end: 38, line: 2 },
      ],
    });
  });

  it.each([
    ['# one\n// two\n/* three\n{ */ a = 1', 5],
    ['b = <<EOT\n}\nEOT\na = 1', 5],
    ['b = <<-EOT\r\n}\r\n  EOT\r\na = 1', 5],
    ['b = [\n1,\n]\na = 1', 5],
    ['b = "${[\n1\n]}"\na = 1', 5],
    ['\uFEFF\n\n\na = 1', 5],
    ['b = <<a-b\n}\na-b\n\na = 1', 6],
    ['b = <<EOT\nEOT x\nEOT\na = 1', 5],
  ])('counts the lines of %j', (text, line) => {
    expect(attribute(text)).toMatchObject({ text: '1', literal: 1, line });
  });

  it('passes errors on that are no fault of the text', () => {
    const text = Object.assign(Object.create(null), { length: 1 });
    expect(() => readHclBlocks(text)).toThrow(TypeError);
  });
});

describe('values of an HCL file', () => {
  it.each<[string, unknown]>([
    ['1', 1],
    ['1.5', 1.5],
    ['10.25e+1', 102.5],
    ['2E3', 2000],
    ['15e-1', 1.5],
    ['-2.5', -2.5],
    ['true', true],
    ['false', false],
    ['null', null],
    ['""', ''],
    ['"a\\n\\r\\t\\"\\\\"', 'a\n\r\t"\\'],
    ['"\\u00e9\\U0001F600"', 'é😀'],
    ['"\\U0010ffff"', '\u{10ffff}'],
    ['"$${a} %%{b} $$ %% $ {"', '${a} %{b} $$ %% $ {'],
    ['[]', []],
    ['[1, "b", [true],]', [1, 'b', [true]]],
    ['[\n  1,\n  2\n]', [1, 2]],
    ['{}', {}],
    ['{ a = 1, "b c" : null }', { a: 1, 'b c': null }],
    ['{\n  a = 1\n  b = { c = [] }\n}', { a: 1, b: { c: [] } }],
  ])('%s is known', (text, value) => {
    expect(attribute(`a = ${text}`)).toEqual({
      text,
      literal: value,
      start: 8,
      line: 2,
    });
  });

  it.each([
    'b',
    'var.b',
    'b-c',
    'überall',
    '1 + 1',
    '- "b"',
    '- b',
    '"${b}"',
    '"%{ if b }c%{ endif }"',
    '"a ${b["}"]} ${{ c = "{" }["c"]} d"',
    '[1 2]',
    '[b]',
    '[1, b]',
    '{ 1 = 2 }',
    '{ (b) = 2 }',
    '{ a 1 }',
    '{ a = b }',
    '"b" "c"',
    '<<EOT\nb\nEOT',
    'f("b")',
  ])('%s would have to be evaluated', text => {
    expect(attribute(`a = ${text}`)).toEqual({
      text,
      literal: undefined,
      start: 8,
      line: 2,
    });
  });

  it.each([
    '',
    '-',
    '[',
    '[1',
    '[1,',
    '{',
    '{ a',
    '{ a =',
    '{ a = 1',
    'false]',
  ])('what breaks off has no value: %j', text => {
    expect(parseHclLiteral(readHclTokens(text))).toBeUndefined();
  });
});
