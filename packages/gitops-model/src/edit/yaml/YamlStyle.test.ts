import { detectYamlStyle } from './YamlStyle';

describe('the style of YAML files', () => {
  it('is the usual one where no file tells', () => {
    const usual = {
      documentStart: false,
      indentLists: true,
      singleQuotes: true,
      finalNewline: true,
      lineEnd: '\n',
      spacedKeys: new Set(),
      schemaComment: undefined,
    };
    expect(detectYamlStyle([])).toEqual(usual);
    expect(detectYamlStyle([''])).toEqual(usual);
    expect(detectYamlStyle(['a: 1\n'])).toEqual(usual);
  });

  it('is the given one where no file tells', () => {
    const otherwise = {
      documentStart: true,
      indentLists: false,
      singleQuotes: false,
    };
    expect(detectYamlStyle([], otherwise)).toMatchObject(otherwise);
    expect(
      detectYamlStyle(["a:\n  - 'x'\n"], {
        ...otherwise,
        documentStart: false,
      }),
    ).toMatchObject({
      documentStart: false,
      indentLists: true,
      singleQuotes: true,
    });
  });

  it.each([
    ['---\na: 1\n', true],
    ['# c\n\n---\na: 1\n', true],
    ['\r\n# c\r\n---\r\na: 1\r\n', true],
    [' \t\n# two\n--- # x\n', true],
    ['# c\n---x: 1\n', false],
    ['a: 1\n---\nb: 1\n', false],
    ['a: |\n  ---\n', false],
    ['# a---\nb: 1\n', false],
    [`${'# c\r\n\n'.repeat(5000)}a: 1\n`, false],
  ])('starts documents %#', (text, documentStart) => {
    expect(detectYamlStyle([text])).toMatchObject({ documentStart });
  });

  it.each([
    ['a:\n  - x\n', true],
    ['a:\n- x\n', false],
    ['a:\r\n- x\r\n', false],
    ['a: # list\n- x\n', false],
    ['a: \t\n- x\n', false],
    ['  a.b/c-d:\n  - x\n', false],
    ['b: 1\na:\n- x\n', false],
    ['- a:\n  - x\n', false],
    ['-   a:\n      - x\n', true],
    ['-   a:\n    - x\n', false],
    // The first list of a file speaks for it.
    ['a:\n  - x\nb:\n- y\n', true],
    ['a:\n- x\nb:\n  - y\n', false],
    // These are lists of something else.
    ['# like this:\n- y\n', true],
    ['a: 1\n- y\n', true],
    ['a: |\n- y\n', true],
    ['  a b:\n  - y\n', true],
  ])('indents lists as in %j: %j', (text, indentLists) => {
    expect(detectYamlStyle([text])).toMatchObject({ indentLists });
  });

  it.each([
    ["a: 'x'\n", true],
    ['a: "x"\n', false],
    ['a:   "x"\nb: 1\n', false],
    ['- "x"\n', false],
    ['a: "x"\nb:   \'y\'\n', true],
    ['a: "x"\nb: \'y\'\nc: "z"\n', false],
    ['a: "it\'s"\n', false],
    ['a: x "y" z\n', true],
  ])('quotes once as in %j: %j', (text, singleQuotes) => {
    expect(detectYamlStyle([text])).toMatchObject({ singleQuotes });
  });

  it('goes by the majority of the files, each of which counts once', () => {
    const style = (texts: string[]) => detectYamlStyle(texts);
    expect(
      style(['a: "x"\n', 'a: "x"\n', "a: 'x'\nb: 'x'\nc: 'x'\n", 'a: x\n']),
    ).toMatchObject({ singleQuotes: false });
    expect(style(['a: 1\r\n', 'a: 1\r\n', 'a: 1\n'])).toMatchObject({
      lineEnd: '\r\n',
    });
    expect(style(['a: 1\r\n', 'a: 1\n'])).toMatchObject({ lineEnd: '\n' });
    expect(style(['a: 1', 'a: 1', 'a: 1\n'])).toMatchObject({
      finalNewline: false,
    });
    expect(style(['a: 1', 'a: 1\n'])).toMatchObject({ finalNewline: true });
    // An empty file has no say.
    expect(style(['a: 1', ''])).toMatchObject({ finalNewline: false });
    expect(style(['---\na: 1\n', 'a: 1\n'])).toMatchObject({
      documentStart: false,
    });
  });

  it.each([
    ['a: 1\n\nb: 2\n\nc: 3\n', ['b', 'c']],
    ['a: 1\r\n\r\nb.c-d: 2\r\n', ['b.c-d']],
    ['a: 1\n \t\nb: 2\n', ['b']],
    ['a: 1\nb: 2\n', []],
    ['a:\n  x: 1\n\n  y: 2\nb: 3\n', []],
    // The first key of a document does not count, nor one behind a comment.
    ['---\na: 1\n--- # two\nb: 2\n\n# c\nc: 3\n', []],
    ['---\nb: 1\n---\na: 1\n\nb: 2\n', ['b']],
    ['a: x---\nb: 1\n---\na: 1\n\nb: 1\n', []],
    ['a: x # y\nb: 1\n---\na: 1\n\nb: 1\n', []],
    // Twice apart, once not; then once each.
    ['b: 1\n\na: 1\n---\nb: 1\n\na: 1\n---\nb: 1\na: 1\n', ['a']],
    ['b: 1\n\na: 1\n---\nb: 1\na: 1\n', []],
    // Keys without anything between them count each.
    ['a: 1\nb: 2\nc: 3\n---\na: 1\nb: 2\n\nc: 3\n', []],
    ['a: 1\n\n1b: 2\n\n\tc: 2\n', []],
  ])('sets keys apart in %j: %j', (text, keys) => {
    expect([...(detectYamlStyle([text]).spacedKeys ?? [])]).toEqual(keys);
  });

  it.each([
    ['one', ['# yaml-language-server: $schema=a\na: 1\n'], 'a'],
    ['one behind a mark', ['---\n# yaml-language-server: $schema=a\n'], 'a'],
    [
      'one behind a mark, as in Windows',
      ['--- \t\r\n# yaml-language-server: $schema=a\r\na: 1\r\n'],
      'a',
    ],
    [
      'that of most',
      ['a', 'b', 'b'].map(name => `# yaml-language-server: $schema=${name}\n`),
      'b',
    ],
    [
      'none where half have another',
      ['a', 'b'].map(name => `# yaml-language-server: $schema=${name}\n`),
      undefined,
    ],
    [
      'none where half have none',
      ['# yaml-language-server: $schema=a\n', 'a: 1\n'],
      undefined,
    ],
    [
      'none that stands further down',
      ['a: 1\n# yaml-language-server: $schema=a\n'],
      undefined,
    ],
    [
      'none that another comment stands before',
      ['---\n# b\n---\n# yaml-language-server: $schema=a\n'],
      undefined,
    ],
  ])('has a schema comment: %s', (_name, texts, schema) => {
    expect(detectYamlStyle(texts).schemaComment).toBe(
      schema && `# yaml-language-server: $schema=${schema}`,
    );
  });
});
