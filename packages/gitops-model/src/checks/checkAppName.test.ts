import { outline } from '../__testUtils__/outline';
import { profile } from '../__testUtils__/readFixture';
import { checkAppName } from './checkAppName';

const invalid = ['error app-name-invalid app'];
const reserved = ['error app-name-reserved app'];

describe('checkAppName', () => {
  it.each([
    ['a', []],
    ['a1', []],
    ['meeting-notes-2', []],
    ['x'.repeat(55), []],
    ['x'.repeat(56), invalid],
    ['', invalid],
    ['Notes', invalid],
    ['1a', invalid],
    ['-a', invalid],
    ['a-', invalid],
    ['a_b', invalid],
    ['a.b', invalid],
    ['a\n', invalid],
    ['argocd', reserved],
    ['argocd-2', []],
    ['kube-', invalid],
    ['kube-notes', reserved],
    ['kube', []],
    ['my-kube-notes', []],
  ])('says of %j %j', (name, expected) => {
    expect(outline(checkAppName(name, { profile }))).toEqual(expected);
  });

  it('says what to do', () => {
    expect([
      ...checkAppName('x'.repeat(60), { profile }),
      ...checkAppName('My notes', { profile }),
      ...checkAppName('root', { profile }),
    ]).toMatchObject([
      {
        message: 'The name has 60 characters; 55 are allowed.',
        fix: 'Choose a shorter name.',
      },
      {
        message: expect.stringContaining('“My notes” cannot name an app'),
        fix: expect.stringContaining('“meeting-notes”'),
      },
      {
        message: 'The name root is reserved for the platform.',
        fix: 'Choose another name.',
      },
    ]);
  });
});
