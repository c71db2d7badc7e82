import { modelOf, of } from '../../__testUtils__/changeOf';
import { outline } from '../../__testUtils__/outline';
import { checkRedirects } from './checkRedirects';

const host = (name: string, ...apps: string[]) => ({
  ...of('x'),
  host: name,
  apps,
  gateways: [],
});
const hosts = [
  host('notes.example.org', 'notes'),
  host('web.example.org', 'notes-web'),
  host('tides.example.org', 'tides'),
  host('shared.example.org', 'tides', 'notes'),
  host('stray.example.org', 'stray'),
];
const check = (app: string | undefined, ...redirectUris: string[]) =>
  checkRedirects({
    model: modelOf({
      hosts,
      loginClients: [
        {
          ...of('notes'),
          app,
          form: 'json',
          clientId: 'login',
          redirectUris,
          wired: true,
        },
      ],
    }),
  });
const invalid = 'redirect-uri-invalid notes.yaml';
const foreign = ['error redirect-host-foreign notes.yaml'];

describe('checkRedirects', () => {
  it.each<[string, string[]]>([
    ['https://notes.example.org/callback', []],
    ['HTTPS://NOTES.EXAMPLE.ORG/callback', []],
    ['https://web.example.org/callback', []],
    ['https://shared.example.org/callback', []],
    ['https://elsewhere.example/callback', []],
    ['https://tides.example.org/callback', foreign],
    ['https://tides.example.org', foreign],
    ['https://stray.example.org/', foreign],
    ['notes.app:/callback', []],
    ['/callback', []],
    ['${URL}/*', []],
    ['', []],
    ['*', [`error ${invalid}`]],
    ['*/callback', [`error ${invalid}`]],
    ['https://*', [`error ${invalid}`]],
    ['https://*.example.org/callback', [`error ${invalid}`]],
    ['https://notes.example.org*', [`error ${invalid}`]],
    ['HTTP://x*', [`error ${invalid}`]],
    ['http://notes.example.org/callback', [`error ${invalid}`]],
    ['HTTP://localhost/callback', [`error ${invalid}`]],
    ['https://notes.example.org/*', [`warning ${invalid}`]],
    ['https://tides.example.org/*', [`warning ${invalid}`]],
    ['notes.app:/*', [`warning ${invalid}`]],
    ['/callback?to=http://x', []],
    ['/callback?to=https://*', [`warning ${invalid}`]],
  ])('says of %j: %j', (uri, expected) => {
    expect(outline(check('notes', uri))).toEqual(expected);
  });

  it('says of a client of no known app only what is wrong by itself', () => {
    expect(check(undefined, 'https://tides.example.org/x')).toEqual([]);
    expect(outline(check(undefined, '*'))).toEqual([`error ${invalid}`]);
  });

  it('takes apps of nobody for strangers', () => {
    expect(check('stray', 'https://stray.example.org/x')).toEqual([]);
    expect(outline(check('waif', 'https://stray.example.org/x'))).toEqual(
      foreign,
    );
  });

  it('tells of each address what is wrong with it', () => {
    const fix = expect.stringContaining('https address');
    expect(
      check(
        'notes',
        'http://*',
        'http://x',
        'https://notes.example.org/*',
        'https://tides.example.org/x',
      ),
    ).toMatchObject([
      { message: expect.stringContaining('takes any host'), fix },
      { message: expect.stringContaining('not encrypted'), fix },
      { message: expect.stringContaining('any path of its host'), fix },
      {
        message:
          'Logins of the client login end on tides.example.org, which is the app tides’s and not the app notes’s.',
        fix: expect.stringContaining('hosts of the app'),
        app: 'notes',
        cluster: 'one',
        line: 1,
      },
    ]);
  });
});
