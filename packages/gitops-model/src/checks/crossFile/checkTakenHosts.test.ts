import { changeOf, of } from '../../__testUtils__/changeOf';
import { outline } from '../../__testUtils__/outline';
import type { Route } from '../../read/RepositoryModel';
import { checkTakenHosts } from './checkTakenHosts';

const parent = { name: 'main', namespace: 'gateway', section: 'web' };
const route = (
  app: string,
  host: string,
  change: Partial<Route> = {},
): Route => ({
  ...of(app),
  kind: 'HTTPRoute',
  hostnames: [host],
  paths: ['/'],
  parents: [parent],
  backends: [],
  ...change,
});
const tides = route('tides', 'tides.example.org');
const taken = ['error host-taken notes.yaml'];
const check = (before: Route[], after: Route[], meanwhile = before) =>
  checkTakenHosts(
    changeOf({ routes: before }, { routes: after }, { routes: meanwhile }),
  );
/** A route of the app notes comes, and everything else stays. */
const checkNew = (added: Route, held = tides) =>
  outline(check([held], [held, added]));

describe('checkTakenHosts', () => {
  it.each<[string, Partial<Route>, string[]]>([
    ['tides.example.org', {}, taken],
    ['TIDES.example.org', {}, taken],
    ['*.example.org', {}, taken],
    ['notes.example.org', {}, []],
    ['${HOST}', {}, []],
    ['tides.example.org', { cluster: 'two' }, []],
    ['tides.example.org', { app: 'tides' }, []],
    ['tides.example.org', { parents: [] }, []],
    ['tides.example.org', { parents: [{ ...parent, name: 'x' }] }, []],
    ['tides.example.org', { parents: [{ ...parent, namespace: 'x' }] }, []],
    ['tides.example.org', { parents: [{ ...parent, section: 'x' }] }, []],
    [
      'tides.example.org',
      { parents: [{ ...parent, section: undefined }] },
      taken,
    ],
    [
      'tides.example.org',
      { parents: [{ ...parent, name: 'x' }, parent] },
      taken,
    ],
  ])('says of %s with %j: %j', (host, change, expected) => {
    expect(checkNew(route('notes', host, change))).toEqual(expected);
  });

  it.each<[string, Partial<Route>, string[]]>([
    ['*.example.org', {}, taken],
    ['*.example.org', { sharesHost: true }, []],
    ['tides.example.org', { sharesHost: true }, taken],
    [
      'tides.example.org',
      { parents: [{ ...parent, section: undefined }] },
      taken,
    ],
    [
      'tides.example.org',
      { parents: [{ ...parent, section: 'x' }, parent] },
      taken,
    ],
  ])('holds %s with %j against another: %j', (host, change, expected) => {
    expect(
      checkNew(
        route('notes', 'tides.example.org'),
        route('tides', host, change),
      ),
    ).toEqual(expected);
  });

  it.each([
    [
      'a wildcard of its own',
      route('stray', '*.example.org'),
      'stray',
      'a.example.org',
    ],
    ['an equal variable', route('tides', '${HOST}'), 'notes', '${HOST}'],
  ])('says nothing of %s', (_, held, app, host) => {
    expect(checkNew(route(app, host), held)).toEqual([]);
  });

  it('tells each host once, and nothing that was so before', () => {
    const first = route('notes', 'tides.example.org');
    const second = route('notes', 'tides.example.org');
    expect(outline(check([tides], [tides, first, second]))).toEqual(taken);
    expect(check([tides, first], [tides, first, second])).toEqual([]);
    expect(
      outline(
        check(
          [tides, first],
          [tides, { ...first, cluster: 'two' }],
          [{ ...tides, cluster: 'two' }],
        ),
      ),
    ).toEqual(taken);
  });

  it('asks who holds a host now', () => {
    const first = route('notes', 'tides.example.org');
    expect(outline(check([], [first], [tides]))).toEqual(taken);
    expect(check([tides], [first], [])).toEqual([]);
  });

  it.each([
    ['tides', 'notes', false, 'error'],
    ['notes', 'notes-web', false, 'warning'],
    ['notes', 'notes-web', true, 'error'],
    ['stray', 'waif', false, 'error'],
    ['notes', 'stray', false, 'error'],
  ])('from %s to %s, kept there %s, is an %s', (from, to, isKept, severity) => {
    const held = route(from, 'x.example.org');
    const added = route(to, 'x.example.org');
    expect(check([held], isKept ? [held, added] : [added])).toMatchObject([
      { code: 'host-taken', severity, app: to },
    ]);
  });

  it('names the hosts and the apps', () => {
    expect(
      check([tides], [tides, route('notes', '*.example.org')]),
    ).toMatchObject([
      {
        message:
          'The host *.example.org of the app notes belongs to the app tides, whose route names tides.example.org.',
        fix: expect.stringContaining('another host'),
        cluster: 'one',
        app: 'notes',
        line: 1,
      },
    ]);
  });
});
