import { changeOf, of, unitOf } from '../../__testUtils__/changeOf';
import { outline } from '../../__testUtils__/outline';
import type {
  DeploymentUnit,
  RepositoryModel,
} from '../../read/RepositoryModel';
import { checkJoinedApps } from './checkJoinedApps';
import { checkTakenDirectories } from './checkTakenDirectories';
import { checkTakenNamespaces } from './checkTakenNamespaces';

type Parts = Partial<RepositoryModel>;

const tides = unitOf('tides');
const notes = unitOf('notes');
const units = [tides, notes];

describe('checkTakenNamespaces', () => {
  const taken = 'error namespace-taken notes.yaml';
  const inTides = { ...of('notes'), name: 'x', namespace: 'tides' };
  const route = {
    ...inTides,
    kind: 'HTTPRoute',
    hostnames: [],
    paths: [],
    parents: [],
    backends: [],
  };

  it.each<[string, Parts, string[]]>([
    ['nothing new', {}, []],
    [
      'a unit',
      { units: [tides, unitOf('notes', { namespace: 'tides' })] },
      [taken],
    ],
    [
      'a unit that is not wired',
      { units: [tides, unitOf('notes', { namespace: 'tides', wired: false })] },
      [],
    ],
    [
      'a unit of units',
      {
        units: [
          tides,
          unitOf('notes', { namespace: 'tides', orchestrator: true }),
        ],
      },
      [],
    ],
    [
      'a unit of another cluster',
      {
        units: [tides, unitOf('notes', { namespace: 'tides', cluster: 'two' })],
      },
      [],
    ],
    ['a route', { routes: [route] }, [taken]],
    [
      'a route that another unit deploys',
      { routes: [{ ...route, unit: 'tides' }] },
      [],
    ],
    [
      'an ExternalSecret',
      { externalSecrets: [{ ...inTides, store: 's', target: 't', keys: [] }] },
      [taken],
    ],
    ['a volume', { volumeClaims: [inTides] }, [taken]],
    ['a database', { databases: [{ ...inTides, kind: 'Cluster' }] }, [taken]],
    [
      'a volume of nowhere',
      { volumeClaims: [{ ...inTides, namespace: undefined }] },
      [],
    ],
    [
      'a volume of its own',
      { volumeClaims: [{ ...inTides, namespace: 'notes' }] },
      [],
    ],
    [
      'a volume where nobody is',
      { volumeClaims: [{ ...inTides, namespace: 'x' }] },
      [],
    ],
    ['two volumes', { volumeClaims: [inTides, inTides] }, [taken]],
    [
      'one of the team',
      { volumeClaims: [{ ...of('notes-web'), name: 'x', namespace: 'notes' }] },
      [],
    ],
    [
      'one of nobody',
      { volumeClaims: [{ ...of('stray'), name: 'x', namespace: 'notes' }] },
      ['error namespace-taken stray.yaml'],
    ],
  ])('says of %s: %#', (_, after, expected) => {
    expect(
      outline(checkTakenNamespaces(changeOf({ units }, { units, ...after }))),
    ).toEqual(expected);
  });

  it('takes a namespace that one app of the team is in for the team’s', () => {
    const shared = [...units, unitOf('notes-web', { namespace: 'tides' })];
    expect(
      checkTakenNamespaces(
        changeOf({ units: shared }, { units: shared, volumeClaims: [inTides] }),
      ),
    ).toEqual([]);
    const strays = [unitOf('stray'), unitOf('waif', { namespace: 'stray' })];
    expect(
      outline(
        checkTakenNamespaces(
          changeOf({ units: [strays[0]] }, { units: strays }),
        ),
      ),
    ).toEqual(['error namespace-taken waif.yaml']);
  });

  it('asks who is there now, and names namespace and app', () => {
    const after = { units, volumeClaims: [inTides] };
    expect(checkTakenNamespaces(changeOf({ units }, after, {}))).toEqual([]);
    const stray = { units: [unitOf('stray')] };
    expect(checkTakenNamespaces(changeOf({}, stray, stray))).toEqual([]);
    const nowhere = [unitOf('tides', { namespace: undefined })];
    expect(
      checkTakenNamespaces(
        changeOf(
          { units: nowhere },
          { units: [...nowhere, unitOf('notes', { namespace: undefined })] },
        ),
      ),
    ).toEqual([]);
    expect(checkTakenNamespaces(changeOf({ units }, after))).toMatchObject([
      {
        message:
          'The app notes reaches into the namespace tides, in which the app tides lives.',
        fix: expect.stringContaining('namespace of the app'),
        cluster: 'one',
        app: 'notes',
        line: 1,
      },
    ]);
  });
});

describe('checkTakenDirectories', () => {
  const foreign = ['error directory-foreign notes.yaml'];
  const check = (
    change: Partial<DeploymentUnit>,
    more: DeploymentUnit[] = [],
  ) =>
    outline(
      checkTakenDirectories(
        changeOf(
          { units: [tides, ...more] },
          { units: [tides, ...more, unitOf('notes', change)] },
        ),
      ),
    );

  it.each<[Partial<DeploymentUnit>, string[]]>([
    [{}, []],
    [{ paths: ['apps/tides'] }, foreign],
    [{ paths: ['apps/tides/below'] }, foreign],
    [{ paths: ['apps'] }, foreign],
    [{ paths: ['apps/tides2'] }, []],
    [{ paths: ['apps/tid'] }, []],
    [{ paths: ['', '.'] }, []],
    [{ paths: ['x', 'apps/tides', 'apps/tides'] }, foreign],
    [{ paths: ['apps/tides'], wired: false }, []],
    [{ paths: ['apps/tides'], orchestrator: true }, []],
    [{ paths: ['apps/tides'], app: 'tides' }, []],
    [{ paths: ['apps/tides'], app: 'stray' }, foreign],
  ])('says of %j: %j', (change, expected) => {
    expect(check(change)).toEqual(expected);
  });

  it('lets a team share a directory, and anybody what several apps share', () => {
    const web = unitOf('notes-web');
    expect(check({ paths: ['apps/notes-web'] }, [web])).toEqual([]);
    const [stray, waif] = ['stray', 'waif'].map(app => unitOf(app));
    expect(check({ paths: ['apps/stray'] }, [stray])).toEqual(foreign);
    expect(check({ paths: ['apps/stray'], app: 'waif' }, [stray])).toEqual(
      foreign,
    );
    const sharing = { ...waif, paths: stray.paths };
    expect(check({ paths: ['apps/stray'] }, [stray, sharing])).toEqual([]);
    expect(check({ paths: ['apps/stray'] }, [stray, stray])).toEqual(foreign);
    expect(check({ paths: ['apps/stray/x'], app: 'stray' }, [stray])).toEqual(
      [],
    );
    for (const root of ['', '.']) {
      const all = { paths: [root] };
      expect(check(all, [unitOf('stray', all)])).toEqual([]);
    }
  });

  it('asks who deploys it now, and names directory and app', () => {
    const after = { units: [unitOf('notes', { paths: ['apps/tides'] })] };
    expect(checkTakenDirectories(changeOf({}, after))).toEqual([]);
    expect(checkTakenDirectories(changeOf(after, after, { units }))).toEqual(
      [],
    );
    expect(
      checkTakenDirectories(changeOf({}, after, { units: [tides] })),
    ).toMatchObject([
      {
        message: 'The app notes deploys apps/tides, which is the app tides’s.',
        fix: expect.stringContaining('directory of its own'),
        cluster: 'one',
        app: 'notes',
        line: 1,
      },
    ]);
  });
});

describe('checkJoinedApps', () => {
  const far = unitOf('tides', { cluster: 'two', paths: ['far/tides'] });
  const joins = ['warning app-name-taken tides.yaml'];
  const check = (there: DeploymentUnit[], added: DeploymentUnit) =>
    outline(
      checkJoinedApps(changeOf({ units: there }, { units: [...there, added] })),
    );

  it.each<[string, DeploymentUnit[], DeploymentUnit, string[]]>([
    ['of a new name', [far], notes, []],
    ['of the name of one elsewhere', [far], tides, joins],
    ['that is not wired', [far], { ...tides, wired: false }, []],
    ['where the other is not wired', [{ ...far, wired: false }], tides, []],
    [
      'that is there on this cluster too',
      [far, unitOf('tides', { name: 'tides-db', paths: ['near/db'] })],
      tides,
      [],
    ],
    [
      'from beside one of several',
      [far, { ...far, name: 'tides-db', paths: ['db/tides'] }],
      { ...tides, paths: ['db/one'] },
      [],
    ],
    ['from the same directory', [far], { ...tides, paths: ['far/tides'] }, []],
    ['from within it', [far], { ...tides, paths: ['far/tides/x'] }, []],
    ['from around it', [far], { ...tides, paths: ['x', 'far'] }, []],
    ['from beside it', [far], { ...tides, paths: ['far/tides-one'] }, []],
    [
      'from the top',
      [{ ...far, paths: ['a'] }],
      { ...tides, paths: ['b'] },
      [],
    ],
    ['from below a neighbour', [far], { ...tides, paths: ['far/x/y'] }, joins],
    ['from no directory', [far], { ...tides, paths: [] }, joins],
    ['that was there', [far, tides], tides, []],
    [
      'of another object',
      [far],
      { ...tides, objectNamespace: 'argocd' },
      joins,
    ],
  ])('says of a unit %s', (_, there, added, expected) => {
    expect(check(there, added)).toEqual(expected);
  });

  it('names the unit, the app and where it is', () => {
    const after = { units: [far, tides] };
    expect(checkJoinedApps(changeOf({ units: [far] }, after))).toMatchObject([
      {
        message:
          'The unit tides becomes part of the app tides, which so far is on two and lies in far/tides.',
        fix: expect.stringContaining('Name the app otherwise'),
        cluster: 'one',
        app: 'tides',
        line: 1,
      },
    ]);
    const homeless = { units: [{ ...far, paths: [] }] };
    expect(checkJoinedApps(changeOf({}, after, homeless))).toMatchObject([
      { message: expect.stringContaining('lies in no directory') },
    ]);
    expect(checkJoinedApps(changeOf({ units: [far] }, after, {}))).toEqual([]);
  });
});
