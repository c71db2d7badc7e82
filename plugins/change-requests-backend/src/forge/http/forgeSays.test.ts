import { forgeSays } from './forgeSays';

describe('forgeSays', () => {
  it.each([
    [
      'GitHub',
      '{"message":"Validation Failed","errors":[{"resource":"PullRequest","code":"custom","message":"A pull request already exists for a:b."},{"code":"missing"}],"documentation_url":"https://docs.github.com"}',
      'Validation Failed; A pull request already exists for a:b.',
    ],
    ['GitHub', '{"message":"Not\\nFound","errors":"x"}', 'Not Found'],
    [
      'GitLab',
      '{"message":["Another open merge request already exists: !5"]}',
      'Another open merge request already exists: !5',
    ],
    [
      'GitLab',
      '{"message":{"base":["Too many"],"title":["is too long","is odd"]}}',
      'Too many; title is too long; title is odd',
    ],
    ['GitLab', '{"error":"scope is invalid"}', 'scope is invalid'],
    ['Gitea', '{"message":"","url":"https://x","errors":["a","b"]}', 'a; b'],
    ['a proxy', '<html>\r\n\t502\u202e</html>', '<html> 502 </html>'],
    ['GitLab', '{"message":""}', '{"message":""}'],
    ['JSON of another shape', '{"code":5}', '{"code":5}'],
    ['much', 'x'.repeat(400), `${'x'.repeat(300)}…`],
  ])('%s: %s', (_forge, text, said) => {
    expect(forgeSays(text)).toBe(said);
  });
});
