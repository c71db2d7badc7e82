import { replaceJsonStrings } from './replaceJsonStrings';

const names = new Map([
  ['a', 'x'],
  ['b "c"', 'y "z"\n'],
  ['\\', 'x'],
]);

describe('putting other texts into a JSON file', () => {
  it.each([
    ['{"a": "a", "b" : ["a","k" ] }', '{"a": "x", "b" : ["x","k" ] }'],
    ['{ "a"\r\n\t: "b \\"c\\"" }\r\n', '{ "a"\r\n\t: "y \\"z\\"\\n" }\r\n'],
    ['["\\\\", "a"]', '["x", "x"]'],
    // What is not replaced stays as it is written.
    ['["\\u0041\\/", "\\u0061", 1]', '["\\u0041\\/", "x", 1]'],
    ['["", "a:", ":"]\n', '["", "a:", ":"]\n'],
    ['"a"', '"x"'],
    ['{}', '{}'],
  ])('%j', (text, after) => {
    expect(replaceJsonStrings(text, value => names.get(value))).toBe(after);
  });

  it('can leave an empty text', () => {
    expect(replaceJsonStrings('{"a": "b"}', () => '')).toBe('{"a": ""}');
  });
});
