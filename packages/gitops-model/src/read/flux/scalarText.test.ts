import fc from 'fast-check';
import { isPlainText, readScalar, writeScalar } from './scalarText';

const places = fc.constantFrom(
  'key' as const,
  'value' as const,
  'item' as const,
);

describe('a scalar within a document', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.string(), places, (text, place) => {
        expect(readScalar(writeScalar(text, place), place)).toEqual({
          state: 'read',
          value: text,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is read as itself without being written, where it is called plain', () => {
    const words = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9._/-]{1,6}$/),
      fc.constantFrom(
        'yes',
        'Off',
        'null',
        'Null',
        'y',
        'N',
        'nan',
        'e1',
        'inf',
      ),
    );
    fc.assert(
      fc.property(words, word => {
        const read = readScalar(`text: ${word}\n`, 'value');
        fc.pre(isPlainText(word));
        expect(read).toEqual({ state: 'read', value: word });
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['text: 3\n', 3],
    ['text: on\n', true],
    ['text: 1e3\n', 1000],
    ['text: -e1\n', '-e1'],
    ['text: 1:30\n', '1:30'],
    ['text: 2026-01-02\n', '2026-01-02'],
    ['text: \n', null],
    ['text: [a, b]\n', ['a', 'b']],
  ])('is typed as YAML 1.1 in %j', (written, value) => {
    expect(readScalar(written, 'value')).toEqual({ state: 'read', value });
  });

  it.each(['text: *gone\n', 'text: a: b\n', '# text\n'])(
    'is refused in %j',
    written => {
      expect(readScalar(written, 'value').state).toBe('refused');
    },
  );
});
