import { ada, profile, repository } from '../__testUtils__/readFixture';
import { pitower } from '../__testUtils__/pitowerFixture';
import { readRepository } from '../read/readRepository';
import type { FieldCheckInput } from './checkField';
import { suggestValues } from './suggestValues';

const read = readRepository(repository, profile);
const [journal, tides] = ['journal', 'tides'].map(app => ({
  cluster: 'edgit',
  source: { file: `k8s/${app}.yaml`, line: 1 },
  unit: app,
  app,
}));
const secret = { store: 'ClusterSecretStore/vault-backend', target: 'x' };
const client = { form: 'terraform' as const, wired: true };
const model: typeof read = {
  ...read,
  units: [...read.units].reverse(),
  externalSecrets: [
    {
      ...tides,
      ...secret,
      name: 'tides',
      keys: [{ key: 'borealis/tides/db' }],
    },
    {
      ...journal,
      ...secret,
      name: 'journal',
      keys: [{ key: 'atlas/shared/smtp' }, { key: 'atlas/journal/db' }],
    },
  ],
  loginClients: [
    {
      ...client,
      ...journal,
      clientId: 'journal',
      redirectUris: ['https://b.example/oauth2/callback', '/nowhere'],
    },
    {
      ...client,
      ...tides,
      clientId: 'tides',
      redirectUris: ['https://a.example/auth/callback?x=1'],
    },
  ],
};
const suggest = (check: FieldCheckInput, within = profile) =>
  suggestValues(check, { model, profile: within, requester: ada });

describe('suggestValues', () => {
  it.each([
    ['notes', ['notes', 'notes-2', 'notes-3']],
    ['Ünïcode Näme', ['unicode-name', 'unicode-name-2', 'unicode-name-3']],
    ['a__b..c', ['a-b-c', 'a-b-c-2', 'a-b-c-3']],
    ['12-notes', ['notes', 'notes-2', 'notes-3']],
    ['--notes--', ['notes', 'notes-2', 'notes-3']],
    ['n0tes-1', ['n0tes-1', 'n0tes-1-2', 'n0tes-1-3']],
    ['', []],
    ['123', []],
    ['日本', []],
  ])('calls an app like %j one of %j', (value, names) => {
    expect(suggest({ field: 'app', value })).toEqual(names);
  });

  it('cuts a long name, without a hyphen at its end', () => {
    const [name] = suggest({ field: 'app', value: 'n'.repeat(100) });
    expect(name).toMatch(/^n+$/);
    expect(suggest({ field: 'app', value: `${name}x` })[0]).toBe(name);
    expect(suggest({ field: 'app', value: `${name.slice(1)}-x` })[0]).toBe(
      name.slice(1),
    );
  });

  it('adds the group and the category', () => {
    expect(
      suggest({ field: 'app', value: 'notes', owner: 'group:default/atlas' }),
    ).toEqual(['notes', 'notes-atlas', 'notes-2', 'notes-3']);
    expect(
      suggest({ field: 'app', value: 'notes', category: 'media' }, pitower),
    ).toEqual(['media-notes', 'notes', 'notes-2', 'notes-3']);
  });

  it.each([
    [{ value: 'notes' }, ['notes', 'notes-2', 'notes-3']],
    [{ value: 'Notes.evil.example' }, ['notes', 'notes-2', 'notes-3']],
    [{ value: 'notes', app: 'tides' }, ['notes', 'notes-2', 'notes-3']],
    [{ value: '', app: 'tides' }, ['tides', 'tides-2', 'tides-3']],
    [{ value: '.x', app: 'tides' }, ['tides', 'tides-2', 'tides-3']],
    [
      { value: 'notes', owner: 'group:default/atlas' },
      ['notes', 'notes-atlas', 'notes-2', 'notes-3'],
    ],
    [{ value: '' }, []],
  ])('finds hosts like %j under every domain', (check, labels) => {
    expect(suggest({ field: 'host', ...check })).toEqual(
      labels.flatMap(label => [
        `${label}.exitthecloud.eu`,
        `${label}.apps.edgeprime.io`,
      ]),
    );
  });

  it.each([
    [
      'ghcr.io',
      ['ghcr.io/example/journal:1.2.0', 'ghcr.io/example/tides:1.2.0'],
    ],
    ['tide', ['ghcr.io/example/tides:1.2.0']],
    ['nginx', []],
  ])('knows images like %s', (value, images) => {
    expect(suggest({ field: 'image', value })).toEqual(images);
  });

  it.each<[Omit<FieldCheckInput, 'field'>, string[]]>([
    [{ value: '', app: 'journal' }, ['atlas/journal/db', 'atlas/shared/smtp']],
    [
      { value: 'atlas/', app: 'journal' },
      ['atlas/journal/db', 'atlas/shared/smtp'],
    ],
    [{ value: 'atlas/sm', app: 'journal' }, ['atlas/shared/smtp']],
    [{ value: 'db', app: 'journal' }, ['atlas/journal/db']],
    [{ value: 'db', app: 'tides' }, ['borealis/tides/db']],
    [{ value: 'db', owner: 'group:default/atlas' }, ['atlas/journal/db']],
    [{ value: 'borealis/tides', app: 'journal' }, []],
    [{ value: '' }, []],
  ])('knows keys that may be read like %j', (check, keys) => {
    expect(suggest({ field: 'secretKey', ...check })).toEqual(keys);
  });

  it.each([
    ['', ['/auth/callback', '/oauth2/callback']],
    ['oauth', ['/oauth2/callback']],
    ['x=1', []],
  ])('knows callback paths like %j', (value, paths) => {
    expect(suggest({ field: 'callbackPath', value })).toEqual(paths);
  });

  it('offers the whole host as a path', () => {
    expect(suggest({ field: 'path', value: 'api' })).toEqual(['/']);
  });
});
