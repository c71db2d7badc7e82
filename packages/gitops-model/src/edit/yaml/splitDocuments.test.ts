import fc from 'fast-check';
import { splitDocuments } from './splitDocuments';

describe('the documents of a YAML file', () => {
  it.each([
    ['nothing', '', ['']],
    ['one without a mark', 'a: 1\n', ['a: 1\n']],
    ['one with a mark', '---\na: 1\n', ['---\na: 1\n']],
    ['two, one with a mark', 'a: 1\n---\nb: 1\n', ['a: 1\n', '---\nb: 1\n']],
    [
      'what stands before the first mark with the first',
      '# head\n\n---\na: 1\n---\nb: 1',
      ['# head\n\n---\na: 1\n', '---\nb: 1'],
    ],
    [
      'lines that end as in Windows',
      '\r\n \t# head\r\n# more\r\n---\r\na: 1\r\n---\r\nb: 1\r\n',
      ['\r\n \t# head\r\n# more\r\n---\r\na: 1\r\n', '---\r\nb: 1\r\n'],
    ],
    [
      'a directive apart, as it is no comment',
      '%YAML 1.2\n---\na: 1\n',
      ['%YAML 1.2\n', '---\na: 1\n'],
    ],
    [
      'a mark that ends the file',
      'a: |\n  ---\n  x\n---',
      ['a: |\n  ---\n  x\n', '---'],
    ],
    [
      'marks that more stands behind',
      '--- # one\na: 1\n---\tx\n',
      ['--- # one\na: 1\n', '---\tx\n'],
    ],
    [
      'dashes that are no mark',
      'a: ---b\n---c: 1\n----\n',
      ['a: ---b\n---c: 1\n----\n'],
    ],
  ])('are told apart: %s', (_name, text, documents) => {
    expect(splitDocuments(text)).toEqual(documents);
  });

  it('are the file again when joined', () => {
    const line = fc.constantFrom('', '---', '--- x', '# c', ' ', 'a: 1', '\t');
    const end = fc.constantFrom('\n', '\r\n', '\r', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(line, end)), lines => {
        const text = lines.flat().join('');
        expect(splitDocuments(text).join('')).toBe(text);
      }),
    );
  });

  it('are told apart however many comments stand before them', () => {
    const head = '# licence\r\n'.repeat(5000);
    expect(splitDocuments(`${head}a: 1\r\n---\r\nb: 1\r\n`)).toEqual([
      `${head}a: 1\r\n`,
      '---\r\nb: 1\r\n',
    ]);
  });
});
