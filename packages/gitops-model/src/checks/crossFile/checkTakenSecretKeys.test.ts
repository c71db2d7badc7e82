import { changeOf, of } from '../../__testUtils__/changeOf';
import { outline } from '../../__testUtils__/outline';
import { profile } from '../../__testUtils__/readFixture';
import { pullSecretOptions } from '../../__testUtils__/policyFixture';
import {
  blockOptionsSchema,
  type WritableProfile,
} from '../../profile/Profile';
import type { ExternalSecret } from '../../read/RepositoryModel';
import { checkTakenSecretKeys } from './checkTakenSecretKeys';
import { isPullSecretKey } from './isPullSecretKey';

const reads = (
  app: string,
  keys: string[],
  change: Partial<ExternalSecret> = {},
): ExternalSecret => ({
  ...of(app),
  name: app,
  store: 'ClusterSecretStore/vault',
  target: app,
  keys: keys.map(key => ({ key })),
  ...change,
});
const check = (
  before: ExternalSecret[],
  after: ExternalSecret[],
  rules: WritableProfile = profile,
  meanwhile = before,
) =>
  checkTakenSecretKeys({
    ...changeOf(
      { externalSecrets: before },
      { externalSecrets: after },
      { externalSecrets: meanwhile },
    ),
    profile: rules,
  });

const [layout, ...layouts] = profile.layouts;
const pulling: WritableProfile = {
  ...profile,
  layouts: [
    {
      ...layout,
      blocks: [...layout.blocks, blockOptionsSchema.parse(pullSecretOptions)],
    },
    ...layouts,
  ],
};
const pullSecret = { name: 'harbor-registry' };
const taken = ['error secret-key-foreign notes.yaml'];
const beside = ['warning secret-key-foreign notes.yaml'];

describe('checkTakenSecretKeys', () => {
  const tides = reads('tides', ['tides/db', 'top']);

  it.each<[string, ExternalSecret, string[]]>([
    ['a key of its own', reads('notes', ['notes/db']), []],
    ['a foreign key', reads('notes', ['tides/db']), taken],
    ['a foreign key at the top', reads('notes', ['top']), taken],
    ['one beside it', reads('notes', ['tides/mail']), beside],
    ['one below it', reads('notes', ['tides/db/x']), []],
    ['one at the top', reads('notes', ['other']), []],
    ['one of another store', reads('notes', ['tides/db'], { store: 'x' }), []],
    ['a variable', reads('notes', ['${X}']), []],
    [
      'a search',
      reads('notes', ['notes/*']),
      ['error secret-key-invalid notes.yaml'],
    ],
    ['the same key twice', reads('notes', ['tides/db', 'tides/db']), taken],
    ['both', reads('notes', ['tides/db', 'tides/mail']), [...taken, ...beside]],
  ])('says of an app that reads %s', (_, added, expected) => {
    expect(outline(check([tides], [tides, added]))).toEqual(expected);
  });

  it.each<[string, ExternalSecret[], string, string[]]>([
    ['a key of the team', [reads('notes-web', ['web/db'])], 'web/db', []],
    ['one beside that', [reads('notes-web', ['web/db'])], 'web/mail', []],
    [
      'one that the team reads as well',
      [tides, reads('notes-web', ['tides/db'])],
      'tides/db',
      [],
    ],
    [
      'one that others read',
      [tides, reads('stray', ['tides/db'])],
      'tides/db',
      taken,
    ],
    [
      'one beside those of several',
      [tides, reads('stray', ['tides/x'])],
      'tides/mail',
      [],
    ],
    [
      'one beside several of one',
      [reads('tides', ['tides/db', 'tides/x'])],
      'tides/mail',
      beside,
    ],
    ['one beside its own', [tides, reads('notes', ['notes/a'])], 'notes/b', []],
    [
      'one of its own team beside those of another',
      [tides, reads('notes-web', ['tides/mail'])],
      'tides/mail',
      [],
    ],
  ])('says of %s', (_, held, key, expected) => {
    expect(outline(check(held, [...held, reads('notes', [key])]))).toEqual(
      expected,
    );
  });

  it('takes apps of nobody for strangers', () => {
    const stray = reads('stray', ['x/db']);
    expect(
      outline(check([stray], [stray, reads('waif', ['x/db', 'x/mail'])])),
    ).toEqual([
      'error secret-key-foreign waif.yaml',
      'warning secret-key-foreign waif.yaml',
    ]);
  });

  it('asks who reads a key now, and who did before', () => {
    const notes = reads('notes', ['tides/db']);
    expect(outline(check([], [notes], profile, [tides]))).toEqual(taken);
    expect(check([tides], [notes], profile, [])).toEqual([]);
    const stray = reads('stray', ['x/db']);
    expect(check([], [stray], profile, [stray])).toEqual([]);
    expect(check([tides, notes], [tides, notes])).toEqual([]);
  });

  it('lets everybody read the pull secret', () => {
    const key = 'platform/harbor';
    const held = [reads('tides', [key], pullSecret)];
    const added = reads('notes', [key], pullSecret);
    expect(outline(check(held, [...held, added]))).toEqual(taken);
    expect(check(held, [...held, added], pulling)).toEqual([]);
  });

  it('names the key, the store and the other app', () => {
    const added = reads('notes', ['tides/db', 'tides/mail', '*']);
    expect(check([tides], [tides, added])).toMatchObject([
      {
        message:
          'The app notes reads the key tides/db of ClusterSecretStore/vault, which is the app tides’s.',
        fix: expect.stringContaining('team’s own'),
        app: 'notes',
        cluster: 'one',
        line: 1,
      },
      {
        message:
          'The app notes reads the key tides/mail of ClusterSecretStore/vault, which lies beside the keys of the app tides.',
      },
      {
        message: expect.stringContaining(
          'notes searches ClusterSecretStore/vault',
        ),
        fix: expect.stringContaining('Name each key'),
        app: 'notes',
        cluster: 'one',
        line: 1,
      },
    ]);
  });
});

describe('isPullSecretKey', () => {
  const secret = reads('notes', [], pullSecret);
  const { layouts: _, ...reading } = pulling;

  it.each([
    ['platform/harbor', secret, pulling, true],
    ['platform/other', secret, pulling, false],
    ['platform/harbor', { ...secret, name: 'x' }, pulling, false],
    ['platform/harbor', secret, profile, false],
    ['platform/harbor', secret, reading, false],
  ])('of %s: %#', (key, read, rules, expected) => {
    expect(isPullSecretKey(key, read, rules)).toBe(expected);
  });
});
