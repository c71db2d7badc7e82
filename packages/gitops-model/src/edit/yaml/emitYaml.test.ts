import fc from 'fast-check';
import { load } from 'js-yaml';
import { parse } from 'yaml';
import { emitYaml } from './emitYaml';
import { detectYamlStyle, type YamlStyle } from './YamlStyle';
import type { YamlValue } from './YamlValue';

const usual = detectYamlStyle([]);

describe('emitYaml', () => {
  it('writes in the style of its siblings', () => {
    const style = detectYamlStyle([
      '---\nresources:\n- a\nx: "1"\n',
      '---\nresources:\n- a',
      'a: 1\nb:\n  - "x"\n',
    ]);
    expect(emitYaml({ resources: ['a'], on: 'yes', size: 1 }, style)).toEqual({
      ok: true,
      text: '---\nresources:\n- a\n"on": "yes"\nsize: 1\n',
    });
  });

  it.each<[string, YamlValue, Partial<YamlStyle>, string]>([
    ['a scalar', 'x', {}, 'x\n'],
    ['empty values', { a: '', b: [], c: {} }, {}, "a: ''\nb: []\nc: {}\n"],
    [
      'texts that older readers take for something else',
      { a: 'no', b: '12:30', c: '0o7', d: 'null', y: '1' },
      {},
      "a: 'no'\nb: '12:30'\nc: '0o7'\nd: 'null'\n'y': '1'\n",
    ],
    [
      'lists deeper than their key',
      { a: ['x', { b: 1, c: ['z'] }] },
      {},
      'a:\n  - x\n  - b: 1\n    c:\n      - z\n',
    ],
    [
      'lists beside their key',
      { a: ['x', { b: 1 }] },
      { indentLists: false },
      'a:\n- x\n- b: 1\n',
    ],
    [
      'what is there twice twice',
      (value => ({ a: value, b: value }))({ c: 1 }),
      {},
      'a:\n  c: 1\nb:\n  c: 1\n',
    ],
    [
      'long texts on one line',
      { a: `${'x'.repeat(90)} ${'y'.repeat(90)}` },
      {},
      `a: ${'x'.repeat(90)} ${'y'.repeat(90)}\n`,
    ],
    [
      'a head, and line ends as in Windows',
      { a: 1, b: ['x'] },
      {
        documentStart: true,
        schemaComment: '# yaml-language-server: $schema=x',
        lineEnd: '\r\n',
        finalNewline: false,
      },
      '---\r\n# yaml-language-server: $schema=x\r\na: 1\r\nb:\r\n  - x',
    ],
    [
      'blank lines before keys of the document that have them elsewhere',
      { a: 1, 'spec.x': { b: 1, spec: 2 }, spec: 3, bc: 4 },
      { spacedKeys: new Set(['a', 'spec', 'spec.x', 'b']) },
      'a: 1\n\nspec.x:\n  b: 1\n  spec: 2\n\nspec: 3\nbc: 4\n',
    ],
    [
      'keys as they come where nothing is known of blank lines',
      { a: 1, spec: 2 },
      { spacedKeys: undefined },
      'a: 1\nspec: 2\n',
    ],
    ['texts of several lines in quotes', { a: 'x\ny' }, {}, "a: 'x\n\n  y'\n"],
    [
      'keys that older readers take for an order',
      { a: { '<<': { b: 1 } } },
      {},
      "a:\n  '<<':\n    b: 1\n",
    ],
    [
      'characters that are not seen',
      { a: 'x\u0085\u2028\ufeff\u007f' },
      {},
      'a: "x\\u0085\\u2028\\ufeff\\u007f"\n',
    ],
    ['such characters in a key', { 'k\u0085': 1 }, {}, '"k\\u0085": 1\n'],
  ])('writes %s', (_name, value, style, text) => {
    expect(emitYaml(value, { ...usual, ...style })).toEqual({ ok: true, text });
  });

  it.each([
    ['line breaks of their own outside double quotes', 'it\u2028 is: "'],
    ['a line break of its own alone', '\u2029'],
  ])('writes nothing that reads back as something else: %s', (_name, text) => {
    expect(emitYaml({ a: text }, usual)).toEqual({
      ok: false,
      reason: 'a value cannot be written so that it reads back',
    });
  });

  it('writes any data as itself, or nothing', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ unit: 'binary' }),
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom(
              'no',
              '1e3',
              '0x1',
              '2024-01-01',
              '~',
              '<<',
              '!!js x',
            ),
            fc.array(fc.string({ unit: 'grapheme' })),
          ),
        ),
        value => {
          const outcome = emitYaml({ value }, usual);
          if (!outcome.ok) return;
          expect(parse(outcome.text)).toEqual({ value });
          expect(load(outcome.text)).toEqual({ value });
        },
      ),
      { numRuns: 500 },
    );
  });
});
