import { outline } from '../__testUtils__/outline';
import { profile, repository } from '../__testUtils__/readFixture';
import type { OperationOf } from '../operation/Operation';
import { readRepository } from '../read/readRepository';
import { checkDashboardEntry } from './checkDashboardEntry';

const model = readRepository(repository, profile);

function check(change: Partial<OperationOf<'add-dashboard-entry'>>) {
  return checkDashboardEntry(
    {
      type: 'add-dashboard-entry',
      app: 'journal',
      title: 'Journal',
      group: 'Reading',
      host: 'journal.exitthecloud.eu',
      ...change,
    },
    { model },
  );
}

describe('checkDashboardEntry', () => {
  it('takes plain words', () => {
    expect(check({})).toEqual([]);
    expect(check({ description: 'What {was} said', icon: 'a' })).toEqual([]);
  });

  it.each(['title', 'group', 'description'])(
    'refuses a %s that is empty, replaced, unseen or secret',
    field => {
      const unsafe = [`error text-unsafe ${field}`];
      expect(outline(check({ [field]: '' }))).toEqual(unsafe);
      expect(outline(check({ [field]: ' \t' }))).toEqual(unsafe);
      expect(outline(check({ [field]: 'a {{HOMEPAGE_VAR_KEY' }))).toEqual(
        unsafe,
      );
      expect(outline(check({ [field]: 'KEY}} b' }))).toEqual(unsafe);
      expect(outline(check({ [field]: 'a\u202eb' }))).toEqual(unsafe);
      expect(outline(check({ [field]: 'https://me:word@a.b' }))).toEqual([
        `error plain-secret-value ${field}`,
      ]);
    },
  );

  it.each([
    ['a', true],
    ['notes.svg', true],
    ['Mdi_file-2.PNG', true],
    ['', false],
    ['.svg', false],
    ['-a', false],
    ['https://a.b/c.svg', false],
    ['../notes.svg', false],
    ['notes.svg\n', false],
    ['{{KEY}}', false],
  ])('takes the icon %j: %j', (icon, isGood) => {
    expect(outline(check({ icon }))).toEqual(
      isGood ? [] : ['error text-unsafe icon'],
    );
  });

  it.each(['', 'tides.exitthecloud.eu', 'diary.exitthecloud.eu'])(
    'refuses the host %j, which the app does not serve',
    host => {
      expect(outline(check({ host }))).toEqual([
        'error dashboard-link-dead host',
      ]);
    },
  );

  it('says what to do', () => {
    expect(
      check({
        title: ' ',
        group: '{{x}}',
        icon: 'a b',
        host: 'tides.exitthecloud.eu',
      }),
    ).toMatchObject([
      { message: 'The title is empty.', fix: 'Write plain words.' },
      {
        message: 'The group holds double braces, which the dashboard replaces.',
        fix: 'Write plain words.',
      },
      {
        message: '“a b” names no icon.',
        fix: 'Write the name of an icon, such as “notes.svg”.',
      },
      {
        message: 'No route of journal serves “tides.exitthecloud.eu”.',
        fix: 'Choose a host of the app, or add a route first.',
      },
    ]);
  });
});
