import { changeOf, of, unitOf } from '../../__testUtils__/changeOf';
import { outline } from '../../__testUtils__/outline';
import { pullSecretOptions } from '../../__testUtils__/policyFixture';
import { profile } from '../../__testUtils__/readFixture';
import {
  type AnyBlockOptions,
  blockOptionsSchema,
  type WritableProfile,
} from '../../profile/Profile';
import type {
  ExternalSecret,
  RepositoryModel,
} from '../../read/RepositoryModel';
import { checkProfileRules } from './checkProfileRules';

type Parts = Partial<RepositoryModel>;

const reads = (
  app: string,
  keys: string[],
  change: Partial<ExternalSecret> = {},
): ExternalSecret => ({
  ...of(app),
  name: app,
  store: 'ClusterSecretStore/vault-backend',
  target: app,
  keys: keys.map(key => ({ key })),
  ...change,
});
const check = (before: Parts, after: Parts, rules = profile) =>
  checkProfileRules({ ...changeOf(before, after), profile: rules });
const withBlock = (options: AnyBlockOptions): WritableProfile => ({
  ...profile,
  blocks: [...profile.blocks, options],
});
const foreign = ['error secret-key-foreign notes.yaml'];

describe('checkProfileRules', () => {
  it.each<[string, ExternalSecret, string[]]>([
    ['a key of the team', reads('notes', ['atlas/x']), []],
    ['a foreign key', reads('notes', ['borealis/x']), foreign],
    ['it twice', reads('notes', ['borealis/x', 'borealis/x']), foreign],
    [
      'a key with the mount',
      reads('notes', ['kv/atlas/x']),
      ['error secret-key-mount notes.yaml'],
    ],
    ['a search', reads('notes', ['borealis/*']), []],
    ['a variable', reads('notes', ['${X}']), []],
    [
      'another store',
      reads('notes', ['x/y'], { store: 'SecretStore/vault-backend' }),
      [],
    ],
    [
      'a key of nobody',
      reads('stray', ['atlas/x']),
      ['error secret-key-foreign stray.yaml'],
    ],
    [
      'a key of an app nobody knows',
      reads('unknown', ['atlas/x']),
      ['error secret-key-foreign unknown.yaml'],
    ],
  ])('says of %s', (_, secret, expected) => {
    expect(outline(check({}, { externalSecrets: [secret] }))).toEqual(expected);
  });

  it.each<[string, string[], boolean, string[]]>([
    ['a known registry', ['ghcr.io/a/b:1'], true, []],
    [
      'an unknown one',
      ['example.org/b:1'],
      true,
      ['error image-registry-unproxied notes.yaml'],
    ],
    ['one of a unit that is not wired', ['example.org/b:1'], false, []],
    ['no tag, which is said elsewhere', ['ghcr.io/a/b'], true, []],
    ['a variable', ['example.org/${X}'], true, []],
  ])('says of an image of %s', (_, images, wired, expected) => {
    const units = [unitOf('notes', { images, wired })];
    expect(outline(check({}, { units }))).toEqual(expected);
    expect(check({ units }, { units })).toEqual([]);
  });

  it('says it of a file, not of a field', () => {
    expect(check({}, { externalSecrets: [reads('notes', ['x/y'])] })).toEqual([
      {
        code: 'secret-key-foreign',
        severity: 'error',
        message: expect.stringContaining('“x/y” does not lie under atlas/'),
        fix: expect.stringContaining('under atlas/'),
        app: 'notes',
        file: 'notes.yaml',
        line: 1,
      },
    ]);
  });

  it('says nothing of what was so before, or by a profile that only reads', () => {
    const parts = { externalSecrets: [reads('notes', ['x/y'])] };
    expect(check(parts, parts)).toEqual([]);
    const { layouts: _, ...reading } = profile;
    expect(
      checkProfileRules({ ...changeOf({}, parts), profile: reading }),
    ).toEqual([]);
  });

  it('knows the pull secret', () => {
    const [layout, ...layouts] = profile.layouts;
    const pulling = blockOptionsSchema.parse(pullSecretOptions);
    const rules = {
      ...profile,
      layouts: [{ ...layout, blocks: [...layout.blocks, pulling] }, ...layouts],
    };
    const secret = reads('notes', ['platform/harbor'], {
      name: 'harbor-registry',
    });
    expect(outline(check({}, { externalSecrets: [secret] }))).toEqual(foreign);
    expect(check({}, { externalSecrets: [secret] }, rules)).toEqual([]);
  });
});

describe('the password of a role of a shared database', () => {
  const file = 'databases/secrets.yaml';
  const rules = withBlock({
    block: 'postgres-role-secret',
    file,
    namespace: 'databases',
    key: 'databases/{app}',
    refreshInterval: '1h',
  });
  const role = (
    change: Partial<ExternalSecret> = {},
    key = 'databases/notes',
  ) =>
    reads('databases', [key], {
      name: 'notes-db-credentials',
      source: { file, line: 3 },
      ...change,
    });
  const refused = [`error secret-key-foreign ${file}`];

  it.each<[string, ExternalSecret, string[]]>([
    ['is right', role(), []],
    ['has another name', role({ name: 'tides-db-credentials' }), refused],
    ['has another key', role({}, 'databases/tides'), refused],
    [
      'is of no app',
      role({ name: 'x-db-credentials' }, 'databases/x'),
      refused,
    ],
    [
      'stands elsewhere',
      role({ source: { file: 'x.yaml', line: 3 } }),
      ['error secret-key-foreign x.yaml'],
    ],
  ])('that %s', (_, secret, expected) => {
    expect(outline(check({}, { externalSecrets: [secret] }, rules))).toEqual(
      expected,
    );
    expect(check({}, { externalSecrets: [secret] }, profile)).toHaveLength(1);
  });

  it('is called after the app as any of the layouts calls it', () => {
    const [layout] = profile.layouts;
    const layouts = ['x-{app}', 'n{app}', '{app}'].map(unit => ({
      ...layout,
      unit,
    }));
    expect(
      check({}, { externalSecrets: [role()] }, { ...rules, layouts }),
    ).toEqual([]);
  });

  it('stands in a file that one app alone deploys, before and after', () => {
    const others = reads('tides', ['borealis/x'], {
      source: { file, line: 9 },
    });
    const own = reads('databases', ['databases/x'], {
      name: 'x',
      source: { file, line: 20 },
    });
    expect(
      outline(check({}, { externalSecrets: [role(), others] }, rules)),
    ).toEqual(refused);
    expect(
      outline(
        check(
          { externalSecrets: [others] },
          { externalSecrets: [role()] },
          rules,
        ),
      ),
    ).toEqual(refused);
    const elsewhere = reads('tides', ['borealis/x']);
    expect(check({}, { externalSecrets: [role(), elsewhere] }, rules)).toEqual(
      [],
    );
    expect(
      check(
        { externalSecrets: [own] },
        { externalSecrets: [role(), own] },
        rules,
      ),
    ).toEqual([]);
  });
});
