import { ada, profile, repository } from '../__testUtils__/readFixture';
import { readRepository } from '../read/readRepository';
import { checkField, type FieldCheckInput } from './checkField';

const model = readRepository(repository, profile);

function check(input: FieldCheckInput) {
  const answer = checkField({ model, profile, requester: ada, check: input });
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
      { field: 'image', value: 'ghcr.io/example/jour' },
      ['image-untagged'],
      ['ghcr.io/example/journal:1.2.0'],
    ],
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
    expect(check(input)).toEqual({ codes, suggestions });
  });
});
