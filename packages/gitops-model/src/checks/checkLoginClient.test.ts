import { outline } from '../__testUtils__/outline';
import { profile, repository } from '../__testUtils__/readFixture';
import { readRepository } from '../read/readRepository';
import {
  checkCallbackPath,
  checkClientId,
  checkLoginHost,
} from './checkLoginClient';

const model = readRepository(repository, profile);
const wrongPath = ['error redirect-uri-invalid callbackPath'];
const wrongId = ['error client-id-invalid clientId'];

describe('checkCallbackPath', () => {
  it.each<[string, string[]]>([
    ['/a', []],
    ['/oauth2/callback', []],
    ['/auth/', []],
    ['/A-z_0.9~/x', []],
    ['/', wrongPath],
    ['', wrongPath],
    ['auth', wrongPath],
    ['app/auth', wrongPath],
    ['/auth*', wrongPath],
    ['*', wrongPath],
    ['//evil.example', wrongPath],
    ['/a//b', wrongPath],
    ['/a/../b', wrongPath],
    ['/a/.', wrongPath],
    ['/a b', wrongPath],
    ['/a?b', wrongPath],
    ['/a#b', wrongPath],
    ['/a%2fb', wrongPath],
    ['/a\n', wrongPath],
    ['https://evil.example/a', wrongPath],
  ])('says of %j: %j', (path, expected) => {
    expect(outline(checkCallbackPath(path))).toEqual(expected);
  });

  it('tells a wildcard from other texts', () => {
    expect(checkCallbackPath('/*')).toMatchObject([
      {
        message: expect.stringMatching(/“\/\*” is a wildcard/),
        fix: expect.stringContaining('“/oauth2/callback”'),
      },
    ]);
    expect(checkCallbackPath('auth')).toMatchObject([
      {
        message: expect.stringMatching(/“auth” is no callback path/),
        fix: expect.stringContaining('“/oauth2/callback”'),
      },
    ]);
  });
});

describe('checkClientId', () => {
  it.each<[string, string[]]>([
    ['a', []],
    ['notes', []],
    ['notes-2', []],
    ['a--b', []],
    [`a${'b'.repeat(62)}`, []],
    [`a${'b'.repeat(63)}`, wrongId],
    ['', wrongId],
    ['2notes', wrongId],
    ['-notes', wrongId],
    ['notes-', wrongId],
    ['Notes', wrongId],
    ['no_tes', wrongId],
    ['no tes', wrongId],
    ['notes\n', wrongId],
  ])('says of %j: %j', (clientId, expected) => {
    expect(outline(checkClientId(clientId))).toEqual(expected);
  });

  it('names the id', () => {
    expect(checkClientId('Notes')).toMatchObject([
      {
        message: expect.stringContaining('“Notes” is no client id'),
        fix: expect.stringContaining('name of the app'),
      },
    ]);
  });
});

describe('checkLoginHost', () => {
  it.each<[string, string, string[]]>([
    ['journal.exitthecloud.eu', 'journal', []],
    ['journal.exitthecloud.eu', 'tides', ['error redirect-host-foreign host']],
    ['tides.exitthecloud.eu', 'journal', ['error redirect-host-foreign host']],
    ['journal', 'journal', ['error redirect-host-foreign host']],
  ])('lets logins end on %s of %s: %j', (host, app, expected) => {
    expect(outline(checkLoginHost(host, app, { model }))).toEqual(expected);
  });

  it('names host and app', () => {
    expect(checkLoginHost('evil.example', 'journal', { model })).toMatchObject([
      {
        message: expect.stringMatching(
          /^“evil\.example” is no host of the app journal/,
        ),
        fix: expect.stringContaining('ask for the host'),
      },
    ]);
  });
});
