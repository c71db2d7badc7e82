import { appendHcl } from './appendHcl';
import { emitHclResource, emitHclString, HclExpression } from './emitHcl';

describe('names in HCL', () => {
  it.each([
    'a',
    'a.',
    '.a',
    'a..b',
    'a.b c',
    'x a.b',
    'a.b()',
    '1.a',
    'a.1',
    '',
  ])('a reference is names joined by dots, and not %j', path => {
    expect(() => HclExpression.reference(path)).toThrow(
      'A Terraform reference is names joined by dots',
    );
  });

  it.each(['a b', '1a', 'a-b', '', 'a"', ' a'])(
    'an attribute is called by a name, and not %j',
    key => {
      expect(() =>
        emitHclResource({ type: 'x', name: 'y', attributes: { [key]: 1 } }),
      ).toThrow('Not an HCL name');
    },
  );

  it('keeps numbers, words, references, lists and maps apart', () => {
    expect(
      emitHclResource({
        type: 'x',
        name: 'y',
        attributes: {
          count: 2,
          on: true,
          off: false,
          id: HclExpression.reference('data.some-realm.home_1.id'),
          list: [1, ['a'], false],
          data: HclExpression.jsonencode({ a: 'b', longer: 1 }),
        },
      }),
    ).toBe(
      [
        'resource "x" "y" {',
        '  count = 2',
        '  on    = true',
        '  off   = false',
        '  id    = data.some-realm.home_1.id',
        '  list  = [1, ["a"], false]',
        '  data  = jsonencode({',
        '    a      = "b"',
        '    longer = 1',
        '  })',
        '}',
      ].join('\n'),
    );
  });
});

describe('strings in HCL', () => {
  it.each([
    ['a\n\r\t"\\b', '"a\\n\\r\\t\\"\\\\b"'],
    ['${a}', '"$${a}"'],
    ['%{a}', '"%%{a}"'],
    ['x${a}y%{b}', '"x$${a}y%%{b}"'],
    ['$${', '"$\\u0024{"'],
    ['$$${', '"$$\\u0024{"'],
    ['%%{', '"%\\u0025{"'],
    ['$%{', '"$%%{"'],
    ['$ $$ % %% {', '"$ $$ % %% {"'],
    ['é 😀\u{ffff}\u{10000}', '"é 😀\u{ffff}\u{10000}"'],
    ['\u0000\u200b\u2028\u2029\ufeff', '"\\u0000\\u200b\\u2028\\u2029\\ufeff"'],
    ['\u{e0041}\ud800', '"\\U000e0041\\ud800"'],
  ])('%j', (value, written) => {
    expect(emitHclString(value)).toBe(written);
  });
});

describe('appendHcl', () => {
  it.each([
    ['', 'a {\n}\n\nb {\n}\n'],
    ['x {}\n', 'x {}\n\na {\n}\n\nb {\n}\n'],
    ['x {}', 'x {}\n\na {\n}\n\nb {\n}'],
    ['x {}\r\n', 'x {}\r\n\r\na {\r\n}\r\n\r\nb {\r\n}\r\n'],
  ])('puts two resources behind %j', (before, after) => {
    expect(appendHcl(before, ['a {\n}', 'b {\n}'])).toBe(after);
  });
});
