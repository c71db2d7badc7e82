import { appendDocument } from './appendDocument';

const value = { kind: 'A', on: 'yes', list: ['x'] };
const usual = "---\nkind: A\n'on': 'yes'\nlist:\n  - x\n";

describe('adding a document to a file', () => {
  it.each([
    ['to an empty file', '', usual],
    ['behind what is there', 'a: 1\n', usual],
    ['behind an end mark', 'a: 1\n...\n', usual],
    ['without a final newline', 'a: 1', `\n${usual.trimEnd()}`],
    [
      'with the line ends of the file',
      '---\r\na: 1\r\n',
      usual.replaceAll('\n', '\r\n'),
    ],
    [
      'without a final newline, with the line ends of the file',
      'a: 1\r\nb: 2',
      `\r\n${usual.trimEnd().replaceAll('\n', '\r\n')}`,
    ],
    [
      'with the indentation and quotes of the file',
      'a:\n- x\nb: "c"\n',
      '---\nkind: A\n"on": "yes"\nlist:\n- x\n',
    ],
    [
      'with the schema comment of the last of its kind',
      '---\n# yaml-language-server: $schema=old\nkind: A\n--- \t\n# yaml-language-server: $schema=a\napiVersion: x\nkind: A\n---\n# yaml-language-server: $schema=ab\nkind: AB\n---\nkind: B\n',
      `---\n# yaml-language-server: $schema=a\n${usual.slice(4)}`,
    ],
    [
      'with a schema comment that ends as in Windows',
      '---\r\n# yaml-language-server: $schema=a\r\nkind: A\r\n',
      `---\n# yaml-language-server: $schema=a\n${usual.slice(4)}`.replaceAll(
        '\n',
        '\r\n',
      ),
    ],
    [
      'without a schema comment that does not lead its document',
      'a:\n---\n# yaml-language-server: $schema=a\n---\na: x\n# yaml-language-server: $schema=b\nkind: A\n',
      usual,
    ],
    [
      'without a comment that names no schema',
      '---\n# yaml: A\nkind: A\n',
      usual,
    ],
    [
      'without a schema comment that dashes alone stand before',
      'kind: A\nb: x ---\n# yaml-language-server: $schema=b\nc: 1\n',
      usual,
    ],
  ])('writes it %s', (_name, text, added) => {
    expect(appendDocument(text, value)).toEqual({
      ok: true,
      text: `${text}${added}`,
    });
  });

  it.each([
    ['a: [\n', 'the file is no YAML that two parsers agree on'],
    // One reader takes comments for a document, the other does not.
    ['# none\n', 'the file does not take another document'],
  ])('refuses %j', (text, reason) => {
    expect(appendDocument(text, value)).toEqual({ ok: false, reason });
  });
});
