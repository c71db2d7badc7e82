import { outline } from '../__testUtils__/outline';
import {
  pitowerRepository,
  pitowerRequest,
  planPitower,
} from '../__testUtils__/pitowerFixture';
import { petra, plan, repository } from '../__testUtils__/readFixture';
import { withFiles } from '../__testUtils__/withFiles';
import type { Operation, OperationOf } from '../operation/Operation';
import { applyEdits } from '../snapshot/applyEdits';

const chartApp: Operation = {
  type: 'create-chart-app',
  app: 'search',
  owner: 'group:default/atlas',
  chart: {
    name: 'meilisearch',
    repository: 'https://charts.example.org/meili',
    version: '0.12.0',
  },
  values: {},
};
const withSearch = applyEdits(repository, plan([chartApp]).edits);

type AddRoute = OperationOf<'add-route'>;

/** A route of an app whose Service has two ports, unless told otherwise. */
function addRoute(given: Partial<AddRoute> = {}) {
  const operation: AddRoute = {
    type: 'add-route',
    app: 'journal',
    host: 'diary.exitthecloud.eu',
    path: '/',
    ...given,
  };
  const { findings, edits } = plan([operation], undefined, withSearch);
  return {
    findings: outline(findings),
    message: findings[0]?.message,
    text: edits.map(edit => ('after' in edit ? edit.after : '')).join(''),
  };
}

describe('the Service that a route leads to', () => {
  it.each<[string, Partial<AddRoute>, string]>([
    ['its port', { port: 9090 }, '- name: journal\n          port: 9090'],
    [
      'its name and port',
      { service: 'journal', port: 3000 },
      '- name: journal\n          port: 3000',
    ],
    [
      'what a chart calls it',
      { app: 'search', service: 'search-meili', port: 7700 },
      '- name: search-meili\n          port: 7700',
    ],
  ])('is told by %s', (_, given, lines) => {
    const { findings, text } = addRoute(given);
    expect(findings).toEqual([]);
    expect(text).toContain(lines);
  });

  const unknown = 'error backend-port-unknown port';
  it.each<[Partial<AddRoute>, string, string]>([
    [{}, unknown, 'The Service of journal has 3000, 9090, so'],
    [{ port: 81 }, unknown, 'no port 81; it has 3000, 9090.'],
    [{ service: 'x', port: 3000 }, unknown, 'no port 3000'],
    [{ service: 'journal' }, unknown, 'must say which'],
    [{ app: 'search', port: 80 }, unknown, 'no port 80; it has no port.'],
    [{ app: 'search', service: 'x' }, unknown, 'must say its port'],
    [
      { app: 'search', service: 'x.y', port: 80 },
      'error backend-port-unknown service',
      '“x.y” cannot name a Service.',
    ],
    [
      { app: 'search', service: 'x'.repeat(64), port: 80 },
      'error backend-port-unknown service',
      'cannot name a Service.',
    ],
    [
      { host: 'journal.exitthecloud.eu', port: 9090 },
      'error path-taken path',
      'leads to port 3000 of journal already',
    ],
    [{ port: 0 }, 'error port-invalid port', '0 is no port.'],
  ])('is asked for again with %j', (given, finding, message) => {
    const refused = addRoute(given);
    expect(refused.findings).toEqual([finding]);
    expect(refused.message).toContain(message);
    expect(refused.text).toBe('');
  });

  it('may be another for another path of the same host', () => {
    const host = 'journal.exitthecloud.eu';
    const { findings, text } = addRoute({ host, path: '/metrics', port: 9090 });
    expect(findings).toEqual([]);
    expect(text).toContain('value: /metrics');
  });
});

describe('a database of an app’s own cluster', () => {
  const [created] = pitowerRequest;
  const clusters =
    'pitower/kubernetes/apps/cloudnative-pg/cluster/cluster.yaml';
  const app = 'selfhosted-notes';
  const withNotes = applyEdits(pitowerRepository, planPitower([created]).edits);
  const add: OperationOf<'add-database'> = {
    type: 'add-database',
    app,
    size: '1Gi',
  };

  it.each<[string, Partial<typeof add>, string[], string]>([
    [
      'of that kind',
      { app: 'selfhosted-feeds', size: '5Gi' },
      [`error database-taken app ${clusters}`],
      'has a database already',
    ],
    [
      'in a variable that is there',
      { env: 'LOG_LEVEL' },
      ['error env-name-duplicate env'],
      'LOG_LEVEL is there already',
    ],
    [
      'in what is no variable',
      { env: 'A-B' },
      ['error env-name-invalid env'],
      'cannot name a variable',
    ],
  ])('is refused where the app has one %s', (_, given, findings, message) => {
    const planned = planPitower([{ ...add, ...given }], withNotes, petra);
    expect(outline(planned.findings)).toEqual(findings);
    expect(planned.findings[0].message).toContain(message);
    expect(planned.edits).toEqual([]);
  });

  it('is refused where a cluster of that name is somebody else’s', () => {
    const before = withFiles(withNotes, texts => ({
      [clusters]: texts[clusters].replace('name: archive', 'name: notes'),
    }));
    const { findings, edits } = planPitower([add], before);
    expect(outline(findings)).toEqual([`error database-taken app ${clusters}`]);
    expect(findings[0].message).toContain('which is not of this app');
    expect(edits).toEqual([]);
  });
});
