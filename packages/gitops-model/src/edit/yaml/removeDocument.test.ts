import { removeDocument } from './removeDocument';

const three = 'a: 1\n---\nb: 2\n---\nc: 3\n';

describe('taking a document out of a file', () => {
  it.each([
    ['the first', three, 0, '---\nb: 2\n---\nc: 3\n'],
    ['one between others', three, 1, 'a: 1\n---\nc: 3\n'],
    ['the last', three, 2, 'a: 1\n---\nb: 2\n'],
    ['one without content', 'a: 1\n---\n', 1, 'a: 1\n'],
    [
      'one with its comments',
      '# of a\n---\na: 1\n# also a\n---\n# of b\nb: 1\n',
      0,
      '---\n# of b\nb: 1\n',
    ],
    [
      'one, and leaves the comments of others',
      '# of a\n---\na: 1\n# also a\n---\n# of b\nb: 1\n',
      1,
      '# of a\n---\na: 1\n# also a\n',
    ],
    ['the last of a file without final newline', 'a: 1\n---\nb: 2', 1, 'a: 1'],
    [
      'the first of a file without final newline',
      'a: 1\n---\nb: 2\nc: 3',
      0,
      '---\nb: 2\nc: 3',
    ],
    [
      'one of lines that end as in Windows',
      'a: 1\r\nx: 1\r\n---\r\nb: 2',
      1,
      'a: 1\r\nx: 1',
    ],
  ])('takes %s', (_name, text, index, after) => {
    expect(removeDocument(text, index)).toEqual({ ok: true, text: after });
  });

  it.each([
    ['a: 1\n', 0, 'it would be left without a document'],
    ['', 0, 'its documents cannot be told apart'],
    ['a: [\n---\nb: 1\n', 1, 'its documents cannot be told apart'],
    [
      '%YAML 1.2\n---\na: 1\n---\nb: 1\n',
      1,
      'its documents cannot be told apart',
    ],
    // The text of `a` would lose its last newline.
    ['a: |+\n  x\n\n---\nb: 1', 1, 'the edit would change more than it should'],
  ])('refuses %j', (text, index, reason) => {
    expect(removeDocument(text, index)).toEqual({ ok: false, reason });
  });
});
