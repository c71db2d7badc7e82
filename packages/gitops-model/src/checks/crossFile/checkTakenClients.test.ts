import { changeOf, of } from '../../__testUtils__/changeOf';
import { outline } from '../../__testUtils__/outline';
import type { LoginClient } from '../../read/RepositoryModel';
import { checkTakenClients } from './checkTakenClients';

const client = (
  app: string | undefined,
  change: Partial<LoginClient> = {},
): LoginClient => ({
  ...of(app ?? 'nobody'),
  app,
  form: 'json',
  clientId: 'tides',
  realm: 'main',
  redirectUris: [],
  wired: true,
  ...change,
});
const tides = client('tides');
const nobodys = client(undefined);
const check = (
  before: LoginClient[],
  after: LoginClient[],
  meanwhile = before,
) =>
  checkTakenClients(
    changeOf(
      { loginClients: before },
      { loginClients: after },
      { loginClients: meanwhile },
    ),
  );
const taken = 'error client-id-taken';

describe('checkTakenClients', () => {
  it.each<[string, LoginClient[], LoginClient[], string[]]>([
    ['a new id', [], [client('notes')], []],
    ['no change', [tides], [tides], []],
    ['a client that goes', [tides, nobodys], [tides], []],
    [
      'a second client',
      [tides],
      [tides, client('notes')],
      [`${taken} notes.yaml`],
    ],
    [
      'a second one before the first',
      [tides],
      [client('notes'), tides],
      [`${taken} notes.yaml`],
    ],
    [
      'a second one in other letters',
      [tides],
      [tides, client('notes', { clientId: 'TIDES' })],
      [`${taken} notes.yaml`],
    ],
    ['another id', [tides], [tides, client('notes', { clientId: 'x' })], []],
    ['another realm', [tides], [tides, client('notes', { realm: 'x' })], []],
    ['no realm', [tides], [tides, client('notes', { realm: undefined })], []],
    [
      'a variable',
      [client('tides', { clientId: '${X}' })],
      [
        client('tides', { clientId: '${X}' }),
        client('notes', { clientId: '${X}' }),
      ],
      [],
    ],
    [
      'a second one of no app',
      [tides],
      [nobodys, tides],
      [`${taken} nobody.yaml`],
    ],
    [
      'a second one in the same file',
      [tides],
      [tides, tides],
      [`${taken} tides.yaml`],
    ],
    [
      'a second one beside one of no app',
      [nobodys],
      [nobodys, client('notes')],
      [`${taken} notes.yaml`],
    ],
    [
      'one that moves to a foreign app',
      [tides],
      [client('notes')],
      [`${taken} notes.yaml`],
    ],
    [
      'one that moves within a team',
      [client('notes')],
      [client('notes-web')],
      ['warning client-id-taken notes-web.yaml'],
    ],
    [
      'a second one within a team',
      [client('notes')],
      [client('notes'), client('notes-web')],
      [`${taken} notes-web.yaml`],
    ],
    [
      'one that moves between apps of nobody',
      [client('stray')],
      [client('waif')],
      [`${taken} waif.yaml`],
    ],
    [
      'two that were there',
      [tides, client('notes')],
      [tides, client('notes')],
      [],
    ],
    [
      'a third of no app among others',
      [nobodys, tides],
      [nobodys, client(undefined, { source: of('third').source }), tides],
      [`${taken} third.yaml`],
    ],
    ['one whose app goes', [tides], [client(undefined)], []],
    ['one that gets an app', [nobodys], [tides], []],
  ])('of %s', (_, before, after, expected) => {
    expect(outline(check(before, after))).toEqual(expected);
  });

  it('asks who holds an id now', () => {
    expect(outline(check([], [client('notes')], [tides]))).toEqual([
      `${taken} notes.yaml`,
    ]);
    expect(check([tides], [tides, client('notes')], [])).toEqual([]);
    expect(check([tides], [client('notes')], [client('notes')])).toEqual([]);
  });

  it('names the client and whose it is', () => {
    expect(check([tides], [tides, client('notes')])).toMatchObject([
      {
        message:
          'There is a login client named tides of the app tides already.',
        fix: expect.stringContaining('another client id'),
        cluster: 'one',
        app: 'notes',
        line: 1,
      },
    ]);
    expect(check([nobodys], [nobodys, client('notes')])).toMatchObject([
      { message: 'There is a login client named tides already.' },
    ]);
  });
});
