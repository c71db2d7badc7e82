import { pitower, pitowerRepository } from '../__testUtils__/pitowerFixture';
import { ada, profile, repository } from '../__testUtils__/readFixture';
import { readRepository } from '../read/readRepository';
import {
  checkField,
  type FieldCheckInput,
  type FieldCheckOptions,
} from './checkField';

const model = readRepository(repository, profile);

function check(
  input: FieldCheckInput,
  change: Partial<FieldCheckOptions> = {},
) {
  const answer = checkField({
    model,
    profile,
    requester: ada,
    check: input,
    ...change,
  });
  return {
    codes: answer.findings.map(({ code }) => code),
    suggestions: answer.suggestions,
  };
}

describe('checkField', () => {
  it.each<[FieldCheckInput, string[], string[]]>([
    [{ field: 'app', value: 'fresh' }, [], ['fresh-2', 'fresh-3']],
    [
      { field: 'app', value: 'tides', owner: 'group:default/atlas' },
      ['app-name-taken'],
      ['tides-atlas', 'tides-2', 'tides-3'],
    ],
    [
      { field: 'app', value: 'Ünïcode' },
      ['app-name-invalid'],
      ['unicode', 'unicode-2', 'unicode-3'],
    ],
    [{ field: 'app', value: '' }, ['app-name-invalid'], []],
    [
      { field: 'app', value: 'Tides' },
      ['app-name-invalid'],
      ['tides-2', 'tides-3'],
    ],
    [
      { field: 'app', value: 'argocd' },
      ['app-name-reserved'],
      ['argocd-2', 'argocd-3'],
    ],
    [
      { field: 'host', value: '', app: 'tides' },
      ['host-invalid'],
      [
        'tides.exitthecloud.eu',
        'tides.apps.edgeprime.io',
        'tides-2.exitthecloud.eu',
        'tides-2.apps.edgeprime.io',
        'tides-3.exitthecloud.eu',
        'tides-3.apps.edgeprime.io',
      ],
    ],
    [
      { field: 'host', value: 'tides.exitthecloud.eu', app: 'notes' },
      ['host-taken'],
      [
        'tides.apps.edgeprime.io',
        'tides-2.exitthecloud.eu',
        'tides-2.apps.edgeprime.io',
        'tides-3.exitthecloud.eu',
        'tides-3.apps.edgeprime.io',
      ],
    ],
    [
      { field: 'host', value: 'journal.exitthecloud.eu', app: 'journal' },
      [],
      [
        'journal.apps.edgeprime.io',
        'journal-2.exitthecloud.eu',
        'journal-2.apps.edgeprime.io',
        'journal-3.exitthecloud.eu',
        'journal-3.apps.edgeprime.io',
      ],
    ],
    [
      { field: 'image', value: 'ghcr.io/example/jour' },
      ['image-untagged'],
      ['ghcr.io/example/journal:1.2.0'],
    ],
    [{ field: 'secretKey', value: 'x' }, [], []],
    [{ field: 'secretKey', value: 'atlas/db', app: 'journal' }, [], []],
    [
      { field: 'secretKey', value: 'x', owner: 'group:default/atlas' },
      ['secret-key-foreign'],
      [],
    ],
    [
      { field: 'secretKey', value: 'borealis/db', app: 'journal' },
      ['secret-key-foreign'],
      [],
    ],
    [{ field: 'callbackPath', value: '/*' }, ['redirect-uri-invalid'], []],
    [{ field: 'callbackPath', value: '/auth' }, [], ['/auth/callback']],
    [{ field: 'path', value: 'api' }, ['path-invalid'], ['/']],
  ])('answers %j', (input, codes, suggestions) => {
    expect(check(input)).toStrictEqual({ codes, suggestions });
  });

  it.each<[FieldCheckInput, string[], string[]]>([
    [
      { field: 'app', value: 'notes', category: 'media' },
      ['app-name-invalid'],
      ['media-notes'],
    ],
    [
      { field: 'app', value: 'media-player', category: 'media' },
      ['app-name-taken'],
      ['media-media-player', 'media-player-2', 'media-player-3'],
    ],
    [
      { field: 'app', value: 'notes', category: 'unheard-of' },
      [],
      ['unheard-of-notes', 'notes-2', 'notes-3'],
    ],
    [{ field: 'app', value: 'notes' }, [], ['notes-2', 'notes-3']],
  ])('answers %j where apps lie in categories', (input, codes, suggestions) => {
    expect(
      check(input, {
        model: readRepository(pitowerRepository, pitower),
        profile: pitower,
      }),
    ).toStrictEqual({ codes, suggestions });
  });

  it('says once that a name is taken', () => {
    const apps = model.apps.map(app =>
      app.name === 'tides' ? { ...app, namespace: 'journal' } : app,
    );
    expect(
      check({ field: 'app', value: 'journal' }, { model: { ...model, apps } })
        .codes,
    ).toStrictEqual(['app-name-taken']);
  });

  it('looks for the namespace where the app would bring its own', () => {
    const [known] = model.namespaces;
    const used = { ...model, namespaces: [{ ...known, name: 'lost' }] };
    const layouts = profile.layouts.map(layout => ({
      ...layout,
      blocks: layout.blocks.filter(({ block }) => block !== 'namespace'),
    }));
    const lost: FieldCheckInput = { field: 'app', value: 'lost' };
    expect(check(lost, { model: used }).codes).toStrictEqual([
      'app-name-taken',
    ]);
    expect(
      check(lost, { model: used, profile: { ...profile, layouts } }).codes,
    ).toStrictEqual([]);
  });

  it('offers twenty values at most, each once', () => {
    const images = Array.from({ length: 25 }, (_, at) => `a/b:${at + 10}`);
    const units = model.units.map(unit => ({ ...unit, images }));
    expect(
      check({ field: 'image', value: 'a/b:' }, { model: { ...model, units } })
        .suggestions,
    ).toEqual(images.slice(0, 20));
  });
});
