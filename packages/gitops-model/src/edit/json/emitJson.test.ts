import fc from 'fast-check';
import { emitJson } from './emitJson';
import { parseJson } from './parseJson';

const value = { id: 'a "b"', on: true, uris: ['x', 'y'], none: [] };

describe('writing a JSON file', () => {
  it('follows the style of others', () => {
    const style = { indent: '  ', finalNewline: true, lineEnd: '\n' } as const;
    expect(emitJson(value, { ...style, inlineLists: true })).toBe(
      '{\n  "id": "a \\"b\\"",\n  "on": true,\n  "uris": ["x", "y"],\n  "none": []\n}\n',
    );
    expect(
      emitJson(value, {
        indent: '\t',
        inlineLists: false,
        finalNewline: false,
        lineEnd: '\r\n',
      }),
    ).toBe(
      '{\r\n\t"id": "a \\"b\\"",\r\n\t"on": true,\r\n\t"uris": [\r\n\t\t"x",\r\n\t\t"y"\r\n\t],\r\n\t"none": []\r\n}',
    );
  });

  it('reads back as what was written', () => {
    const item = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.boolean(),
      fc.array(fc.string({ unit: 'binary' })),
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'binary' }), item, { minKeys: 1 }),
        fc.boolean(),
        (written, inlineLists) => {
          const text = emitJson(written, {
            indent: '  ',
            inlineLists,
            finalNewline: true,
            lineEnd: '\n',
          });
          expect(parseJson(text)).toEqual(written);
        },
      ),
    );
  });
});

describe('reading JSON', () => {
  it.each([
    ['{"a": [1]}', { a: [1] }],
    ['null', null],
    ['{"a": 1,}', undefined],
    ['', undefined],
  ])('%j is %j', (text, data) => {
    expect(parseJson(text)).toEqual(data);
  });
});
