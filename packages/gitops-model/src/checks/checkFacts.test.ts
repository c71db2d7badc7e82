import { outline } from '../__testUtils__/outline';
import { checkFacts } from './checkFacts';

const invalid = ['error system-invalid system'];

describe('checkFacts', () => {
  it.each([
    [undefined, []],
    ['a', []],
    ['0', []],
    ['back-office-2', []],
    ['x'.repeat(63), []],
    ['x'.repeat(64), invalid],
    ['', invalid],
    ['Office', invalid],
    ['-office', invalid],
    ['office-', invalid],
    ['back office', invalid],
    ['back_office', invalid],
  ])('says of the system %j %j', (system, expected) => {
    expect(outline(checkFacts({ system }))).toEqual(expected);
  });

  it.each([
    [undefined, []],
    ['', []],
    ['Who said what, and when.', []],
    ['a\u200bb', ['error text-unsafe description']],
    ['at https://me:word@a.b', ['error plain-secret-value description']],
  ])('says of the description %j %j', (description, expected) => {
    expect(outline(checkFacts({ description }))).toEqual(expected);
  });

  it('says all that is wrong', () => {
    expect(
      checkFacts({ description: 'a\u2028b', system: 'The office' }),
    ).toMatchObject([
      {
        message: expect.stringContaining('holds U+2028'),
        fix: expect.stringContaining('Type the text again'),
      },
      {
        message: expect.stringContaining('“The office” cannot name a system'),
        fix: 'Choose a system that is there, or such a name.',
      },
    ]);
  });
});
