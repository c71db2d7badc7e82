import { monosense } from '../__testUtils__/monosenseFixture';
import { outline } from '../__testUtils__/outline';
import { pitower } from '../__testUtils__/pitowerFixture';
import { profile, repository } from '../__testUtils__/readFixture';
import { readRepository } from '../read/readRepository';
import { checkPlainSecret } from './checkPlainSecret';
import { checkSecretKey, checkSecretProperty } from './checkSecretKey';
import { checkStore } from './checkStore';
import { ownerOf } from './ownerOf';
import { secretPrefix } from './secretPrefix';

const model = readRepository(repository, profile);
const [journal] = model.apps.filter(({ name }) => name === 'journal');
const atlas = 'group:default/atlas';
const context = { model, profile };
const inCategory = {
  profile: pitower,
  model: {
    ...model,
    apps: [{ ...journal, name: 'media-notes', category: 'media' }],
  },
};
const onCluster = {
  profile: monosense,
  model: { ...model, apps: [{ ...journal, name: 'notes', cluster: 'apps' }] },
};

describe('secretPrefix', () => {
  it.each([
    ['notes', atlas, 'atlas/', context],
    ['tides', 'group:default/borealis', 'borealis/', context],
    ['notes', 'atlas', '/', context],
    ['media-notes', atlas, '/media/notes/', inCategory],
    ['media-other', atlas, '//media-other/', inCategory],
    ['notes', atlas, 'kubernetes/apps/notes/', onCluster],
    ['other', atlas, 'kubernetes//other/', onCluster],
  ])('of %s of %s is %s', (app, owner, prefix, at) => {
    expect(secretPrefix(app, owner, at)).toBe(prefix);
  });

  it('takes the first layout whose apps are named so', () => {
    const [layout] = pitower.layouts;
    const layouts = [{ ...layout, unit: 'x-{app}' }, layout];
    expect(
      secretPrefix('media-notes', atlas, {
        ...inCategory,
        profile: { ...pitower, layouts },
      }),
    ).toBe('/media/notes/');
  });
});

describe('checkSecretKey', () => {
  const invalid = ['error secret-key-invalid key'];
  const foreign = ['error secret-key-foreign key'];

  it.each<[string, string[]]>([
    ['atlas/db', []],
    ['atlas/notes/db.main_1-x', []],
    ['atlas/_x', []],
    ['/atlas/db', foreign],
    ['atlas', foreign],
    ['atlas2/db', foreign],
    ['borealis/atlas/db', foreign],
    ['kvx/atlas/db', foreign],
    ['kv', foreign],
    ['kv/atlas/db', ['error secret-key-mount key']],
    ['', invalid],
    ['/', invalid],
    ['atlas/', invalid],
    ['atlas//db', invalid],
    ['//atlas/db', invalid],
    ['atlas/../borealis/db', invalid],
    ['atlas/.db', invalid],
    ['.atlas/db', invalid],
    ['atlas/*', invalid],
    ['atlas/{{ x }}', invalid],
    ['atlas/d b', invalid],
    ['atlas/db\n', invalid],
    [' atlas/db', invalid],
  ])('of %j says %j', (key, expected) => {
    expect(outline(checkSecretKey(key, 'notes', atlas, context))).toEqual(
      expected,
    );
  });

  it('knows no mount where the profile names none', () => {
    expect(
      outline(
        checkSecretKey('kv/media/notes/x', 'media-notes', atlas, inCategory),
      ),
    ).toEqual(foreign);
    expect(
      checkSecretKey('/media/notes/x', 'media-notes', atlas, inCategory),
    ).toEqual([]);
  });

  it('says which keys may be read, and by whom', () => {
    expect(
      checkSecretKey('*', 'notes', atlas, context, 'secretKey'),
    ).toMatchObject([
      {
        field: 'secretKey',
        message: expect.stringContaining('“*” is no key'),
        fix: expect.stringContaining('“atlas/my-app/database”'),
      },
    ]);
    expect(
      checkSecretKey('kv/atlas/x', 'notes', atlas, context, 'secretKey'),
    ).toMatchObject([
      {
        field: 'secretKey',
        message: expect.stringContaining('starts with kv/'),
        fix: 'Leave “kv/” away.',
      },
    ]);
    expect(
      checkSecretKey('x/y', 'notes', atlas, context, 'secretKey'),
    ).toMatchObject([
      {
        field: 'secretKey',
        message:
          'The key “x/y” does not lie under atlas/, which is all that group:default/atlas may read.',
        fix: expect.stringContaining('under atlas/;'),
      },
    ]);
    expect(checkSecretKey('x/y', 'notes', atlas, onCluster)).toMatchObject([
      {
        message: expect.stringMatching(
          /under kubernetes\/apps\/notes\/, which is all that notes may read/,
        ),
      },
    ]);
  });
});

describe('checkSecretProperty', () => {
  it.each(['url', 'tls.crt', '_x-1.Y', '0'])('takes %s', property => {
    expect(checkSecretProperty(property, 'property')).toEqual([]);
  });

  it.each(['', '.x', 'a b', 'a/b', 'a*', '{{x}}', 'url\n', ' url'])(
    'refuses %j',
    property => {
      expect(outline(checkSecretProperty(property, 'property'))).toEqual([
        'error secret-key-invalid property',
      ]);
    },
  );

  it('names the field', () => {
    expect(checkSecretProperty('a/b', 'property')).toMatchObject([
      {
        message: '“a/b” is no field of a secret.',
        fix: expect.stringContaining('“password”'),
      },
    ]);
  });
});

describe('checkPlainSecret', () => {
  const tokenLike = `ghp_${'aB3'.repeat(12)}`;
  const plain = ['error plain-secret-value value'];

  it.each<[string, string | undefined, string[]]>([
    ['info', undefined, []],
    ['info', 'LOG_LEVEL', []],
    ['info', 'DB_PASSWORD', plain],
    ['', 'DB_PASSWORD', []],
    [tokenLike, undefined, plain],
    [tokenLike, 'LOG_LEVEL', plain],
    ['', undefined, []],
  ])('of %j in %s says %j', (value, variable, expected) => {
    expect(outline(checkPlainSecret(value, 'value', variable))).toEqual(
      expected,
    );
  });

  it('names the variable, and never the value', () => {
    const [named] = checkPlainSecret(tokenLike, 'value', 'API_TOKEN');
    expect(named).toMatchObject({
      message: expect.stringContaining('variable API_TOKEN'),
      fix: expect.stringContaining('secret store'),
    });
    const [shaped] = checkPlainSecret(tokenLike, 'value', 'LEVEL');
    expect(shaped.message).toMatch(/looks like a password/);
    expect(JSON.stringify([named, shaped])).not.toContain(tokenLike);
  });
});

describe('checkStore', () => {
  it('finds the store of the profile', () => {
    const [store] = model.secretStores;
    const secretStores = [{ ...store, name: 'other' }, store];
    expect(checkStore(context)).toEqual([]);
    expect(checkStore({ profile, model: { ...model, secretStores } })).toEqual(
      [],
    );
  });

  it.each([
    ['ClusterSecretStore' as const, 'other'],
    ['SecretStore' as const, 'vault-backend'],
  ])('misses %s %s', (kind, name) => {
    expect(checkStore(context, { kind, name })).toEqual([
      {
        code: 'store-unknown',
        severity: 'error',
        message: expect.stringContaining(`no ${kind} ${name}`),
        fix: expect.stringContaining('platform team'),
      },
    ]);
  });
});

describe('ownerOf', () => {
  const check = { field: 'secretKey' as const, value: '' };

  it.each([
    [{}, undefined],
    [{ owner: 'group:default/x' }, 'group:default/x'],
    [{ app: 'notes', owner: 'group:default/x' }, 'group:default/x'],
    [{ app: 'tides', owner: 'group:default/x' }, 'group:default/borealis'],
    [{ app: 'tides' }, 'group:default/borealis'],
  ])('of %j is %s', (chosen, owner) => {
    expect(ownerOf({ ...check, ...chosen }, context)).toBe(owner);
  });
});
