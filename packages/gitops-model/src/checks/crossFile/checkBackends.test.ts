import { stringify } from 'yaml';
import { modelOf, of, unitOf } from '../../__testUtils__/changeOf';
import { outline } from '../../__testUtils__/outline';
import type { DeploymentUnit, Route } from '../../read/RepositoryModel';
import { createSnapshot } from '../../snapshot/createSnapshot';
import { checkBackends } from './checkBackends';

const service = (name: string, ports?: number[], namespace?: string) =>
  stringify({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
    spec: { ports: ports?.map(port => ({ port })) },
  });

interface Situation {
  files?: Record<string, string>;
  backend?: Partial<Route['backends'][number]>;
  route?: Partial<Route>;
  unit?: Partial<DeploymentUnit>;
  units?: DeploymentUnit[];
}

const file = 'apps/notes/service.yaml';

function check({
  files = { [file]: service('notes', [80, 443]) },
  backend = {},
  route = {},
  unit = {},
  units = [unitOf('notes', unit)],
}: Situation) {
  return checkBackends({
    snapshot: createSnapshot({ commit: '0'.repeat(40), files }),
    model: modelOf({
      units,
      routes: [
        {
          ...of('notes'),
          namespace: 'notes',
          kind: 'HTTPRoute',
          hostnames: [],
          paths: ['/'],
          parents: [],
          backends: [{ name: 'notes', port: 80, ...backend }],
          ...route,
        },
      ],
    }),
  });
}

const missing = ['warning backend-missing notes.yaml'];
const unknown = ['error backend-port-unknown notes.yaml'];

describe('checkBackends', () => {
  it.each<[string, Situation, string[]]>([
    ['the first port', {}, []],
    ['another one', { backend: { port: 443 } }, []],
    ['no port', { backend: { port: undefined } }, []],
    ['a port that is not there', { backend: { port: 8080 } }, unknown],
    ['another Service', { backend: { name: 'x' } }, missing],
    ['a variable', { backend: { name: '${X}' } }, []],
    [
      'no known namespace',
      { route: { namespace: undefined }, backend: { port: 8080 } },
      [],
    ],
    [
      'a namespace of its own',
      { route: { namespace: undefined }, backend: { namespace: 'notes' } },
      [],
    ],
    [
      'another namespace',
      {
        backend: { namespace: 'tides' },
        files: { [file]: service('notes', [80], 'notes') },
      },
      missing,
    ],
    [
      'a Service of another namespace',
      { files: { [file]: service('notes', [80], 'tides') } },
      missing,
    ],
    [
      'a Service of the namespace',
      { files: { [file]: service('notes', [80], 'notes') } },
      [],
    ],
    [
      'a Service without ports',
      { files: { [file]: service('notes') } },
      unknown,
    ],
    [
      'a Service beside its files',
      { files: { 'apps/notes2/service.yaml': service('notes', [80]) } },
      missing,
    ],
    [
      'a text',
      { files: { 'apps/notes/service.txt': service('notes', [80]) } },
      missing,
    ],
    [
      'another kind',
      { files: { [file]: service('notes', [80]).replace('Service', 'Pod') } },
      missing,
    ],
    [
      'a Service of Knative',
      { files: { [file]: service('notes', [80]).replace('v1', 'serving/v1') } },
      missing,
    ],
    [
      'a Service as JSON writes it',
      {
        files: {
          [file]: JSON.stringify({
            apiVersion: 'v1',
            kind: 'Service',
            metadata: { name: 'notes' },
            spec: { ports: [{ port: 80 }] },
          }),
        },
      },
      [],
    ],
    [
      'a Service in single quotes',
      {
        files: {
          [file]: service('notes', [80]).replace(
            'kind: Service',
            "'kind' : 'Service'",
          ),
        },
      },
      [],
    ],
    [
      'one of two Services of a name',
      {
        files: {
          'apps/notes/a.yaml': service('notes', [81]),
          [file]: service('notes', [80]),
        },
      },
      [],
    ],
    [
      'the second of two files',
      { files: { 'apps/notes/a.yaml': '', [file]: service('notes', [80]) } },
      [],
    ],
  ])('says of a route to %s', (_, situation, expected) => {
    expect(outline(check(situation))).toEqual(expected);
  });

  const none = { files: {} };

  it.each<[string, Partial<DeploymentUnit>, string[]]>([
    ['renders all there is', {}, missing],
    [
      'has a chart',
      { charts: [{ chart: 'x', version: '1', repository: '' }] },
      [],
    ],
    ['has no directory', { paths: [] }, []],
    ['cannot be rendered', { buildable: false }, []],
    ['is not wired', { wired: false, buildable: false }, missing],
    ['runs on another cluster', { cluster: 'two', buildable: false }, missing],
    ['is of no app of the route', { app: 'x' }, []],
    ['deploys elsewhere', { namespace: 'x', buildable: false }, []],
    [
      'deploys elsewhere and is another',
      { namespace: 'x', name: 'x', buildable: false },
      missing,
    ],
    ['deploys there and is another', { name: 'x', buildable: false }, []],
  ])('misses a Service where the unit %s', (_, unit, expected) => {
    expect(outline(check({ ...none, unit }))).toEqual(expected);
  });

  it('looks into every unit of the namespace', () => {
    const units = [
      unitOf('notes'),
      unitOf('notes-web', { namespace: 'notes' }),
    ];
    const files = { 'apps/notes-web/service.yml': service('notes', [80]) };
    expect(check({ units, files })).toEqual([]);
    expect(outline(check({ units, files: {} }))).toEqual(missing);
    const unit = { paths: ['lib/notes', 'apps/notes'] };
    expect(check({ unit })).toEqual([]);
  });

  it('names Service, port and what there is', () => {
    const at = { cluster: 'one', app: 'notes', file: 'notes.yaml', line: 1 };
    expect(check({ backend: { port: 81 } })).toEqual([
      {
        code: 'backend-port-unknown',
        severity: 'error',
        message: 'The Service notes has no port 81, which the route leads to.',
        fix: 'Lead to a port of the Service: 80, 443.',
        ...at,
      },
    ]);
    expect(check({ files: { [file]: service('notes') } })).toMatchObject([
      { fix: expect.stringContaining('it has none') },
    ]);
    expect(check({ backend: { name: 'x' } })).toEqual([
      {
        code: 'backend-missing',
        severity: 'warning',
        message:
          'The route leads to the Service x, which nothing in the namespace notes creates.',
        fix: expect.stringContaining('add the Service'),
        ...at,
      },
    ]);
  });
});
