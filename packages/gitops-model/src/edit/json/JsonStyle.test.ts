import { detectJsonStyle } from './JsonStyle';

const usual = {
  indent: '  ',
  inlineLists: false,
  finalNewline: true,
  lineEnd: '\n',
};

describe('the style of JSON files', () => {
  it('is the usual one where no file tells', () => {
    expect(detectJsonStyle([])).toEqual(usual);
    expect(detectJsonStyle(['{}\n'])).toEqual(usual);
  });

  it.each([
    ['{\n    "a": 1\n}\n', '    '],
    ['{\n\t"a": 1\n}\n', '\t'],
    [' \n{\r\n   "a": {\r\n      "b": 1\r\n   }\r\n}\r\n', '   '],
    // What is no object with its keys on lines does not tell.
    ['[\n    {\n        "a": 1\n    }\n]\n', '  '],
    ['{"a": {\n      "b": 1 }}\n', '  '],
  ])('indents as in %j', (text, indent) => {
    expect(detectJsonStyle([text])).toMatchObject({ indent });
  });

  it.each([
    ['{"a": ["x"]}', true],
    ['{"a": [ \t"x" ]}', true],
    ['{"a": [\n  "x"\n]}', false],
    ['{"a": ["x"], "b": [ \r\n"x"]}', false],
    ['{"a": [], "b": [1]}', false],
    ['{"a": ["x"], "b": [\n"y"\n]}', false],
    ['{"a": ["x"], "b": ["x"], "c": [\n"y"\n]}', true],
  ])('keeps lists on a line as in %j: %j', (text, inlineLists) => {
    expect(detectJsonStyle([text])).toMatchObject({ inlineLists });
  });

  it('goes by the majority of the files', () => {
    const indented = (indent: string) => `{\n${indent}"a": 1\n}`;
    expect(
      detectJsonStyle([indented('\t'), indented('    '), indented('    ')]),
    ).toMatchObject({ indent: '    ' });
    expect(detectJsonStyle(['{}\r\n', '{}\r\n', '{}'])).toMatchObject({
      finalNewline: true,
      lineEnd: '\r\n',
    });
    expect(detectJsonStyle(['{}\n', '{}', '{}\r\n', '{}'])).toMatchObject({
      finalNewline: false,
      lineEnd: '\n',
    });
  });
});
