import { outline } from '../__testUtils__/outline';
import { ada, petra, profile, repository } from '../__testUtils__/readFixture';
import { readRepository } from '../read/readRepository';
import { checkAppOwner, checkOwner, groupName } from './checkOwner';

const model = readRepository(repository, profile);
const context = { model, profile, requester: ada };

describe('groupName', () => {
  it.each<[string, string | undefined]>([
    ['group:default/atlas', 'atlas'],
    ['group:default/a', 'a'],
    ['group:d/team-2', 'team-2'],
    ['group:my-space/a--b', 'a--b'],
    ['group:default/-a', undefined],
    ['group:default/a-', undefined],
    ['group:-d/a', undefined],
    ['group:d-/a', undefined],
    ['group:default/A', undefined],
    ['group:default/', undefined],
    ['group:/atlas', undefined],
    ['group:default/atlas/x', undefined],
    ['atlas', undefined],
    ['user:default/ada', undefined],
    ['xgroup:default/atlas', undefined],
    ['group:default/atlas\n', undefined],
  ])('takes %j for %j', (owner, name) => {
    expect(groupName(owner)).toBe(name);
  });
});

describe('checkOwner', () => {
  const ruled = {
    ...profile,
    owners: {
      ...profile.owners,
      rules: [{ apps: ['x-*'], owner: 'group:default/ruled' }],
    },
  };

  it.each([
    ['group:default/atlas', ada, []],
    ['group:default/borealis', ada, ['error owner-foreign owner']],
    ['atlas', ada, ['error owner-unknown owner']],
    ['user:default/petra', petra, ['error owner-unknown owner']],
    ['group:default/platform', petra, []],
    ['group:default/borealis', petra, []],
    ['group:default/ruled', petra, []],
    ['group:default/nobody', petra, ['warning owner-unknown owner']],
    [
      'group:default/fresh',
      { ...ada, groups: ['group:default/fresh', 'group:default/atlas'] },
      [],
    ],
  ])('says of %s for %j: %j', (owner, requester, expected) => {
    expect(
      outline(checkOwner(owner, { model, profile: ruled, requester })),
    ).toEqual(expected);
  });

  it('knows the owner that apps have by default, without any app', () => {
    const requester = { ...petra, groups: [] };
    const empty = { ...model, apps: [] };
    expect(
      checkOwner('group:default/platform', {
        profile,
        requester,
        model: empty,
      }),
    ).toEqual([]);
    expect(
      outline(
        checkOwner('group:default/atlas', { profile, requester, model: empty }),
      ),
    ).toEqual(['warning owner-unknown owner']);
  });

  it('names the group and what to choose', () => {
    expect(checkOwner('atlas', context)).toMatchObject([
      {
        message: '“atlas” is no group.',
        fix: expect.stringContaining('“group:default/my-team”'),
      },
    ]);
    expect(checkOwner('group:default/borealis', context)).toMatchObject([
      {
        message: expect.stringContaining('no member of group:default/borealis'),
        fix: expect.stringContaining('your own groups'),
      },
    ]);
    expect(
      checkOwner('group:default/nobody', { ...context, requester: petra }),
    ).toMatchObject([
      {
        message: expect.stringContaining('belongs to group:default/nobody'),
        fix: expect.stringContaining('spelt right'),
      },
    ]);
  });
});

describe('checkAppOwner', () => {
  const orphaned = {
    ...model,
    apps: model.apps.map(app => ({ ...app, owner: undefined })),
  };

  it.each([
    ['journal', ada, [], model],
    ['tides', ada, ['error owner-foreign app'], model],
    ['tides', petra, [], model],
    ['nowhere', petra, ['error app-unknown app'], model],
    ['journal', ada, ['error owner-foreign app'], orphaned],
    ['journal', petra, [], orphaned],
  ])('says of %s for %j: %j (%#)', (app, requester, expected, known) => {
    expect(
      outline(checkAppOwner(app, { profile, requester, model: known })),
    ).toEqual(expected);
  });

  it('names the app and its owner', () => {
    expect(checkAppOwner('nowhere', context)).toMatchObject([
      {
        message: expect.stringContaining('no app named “nowhere”'),
        fix: expect.stringContaining('create it first'),
      },
    ]);
    expect(checkAppOwner('tides', context)).toMatchObject([
      {
        message: expect.stringMatching(
          /^The app tides belongs to group:default\/borealis,/,
        ),
        fix: expect.stringContaining('platform team'),
      },
    ]);
    expect(
      checkAppOwner('tides', { ...context, model: orphaned }),
    ).toMatchObject([
      { message: expect.stringContaining('belongs to nobody known') },
    ]);
  });
});
