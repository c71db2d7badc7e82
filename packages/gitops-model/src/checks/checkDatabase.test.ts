import {
  monosense,
  monosenseRepository,
} from '../__testUtils__/monosenseFixture';
import { outline } from '../__testUtils__/outline';
import { placeApp } from '../plan/placeApp';
import { PlanTree } from '../plan/PlanTree';
import type { Database } from '../read/RepositoryModel';
import { readRepository } from '../read/readRepository';
import { checkDatabase } from './checkDatabase';
import { checkDatabaseClusters } from './checkDatabaseClusters';

const most = { maxSize: '50Gi' };

describe('checkDatabase', () => {
  it.each([
    ['a', true],
    ['notes_2', true],
    ['x'.repeat(63), true],
    ['x'.repeat(64), false],
    ['', false],
    ['2notes', false],
    ['_notes', false],
    ['Notes', false],
    ['my-notes', false],
    ['app', false],
    ['apps', true],
    ['my_app', true],
    ['postgres', false],
    ['streaming_replica', false],
    ['template0', false],
    ['template1', false],
    ['template2', true],
    ['pg_', false],
    ['pg_notes', false],
    ['pgnotes', true],
    ['my_pg_notes', true],
    ['cnpg_notes', false],
  ])('takes the name %j: %j', (name, isGood) => {
    expect(outline(checkDatabase(name, '1Gi', most))).toEqual(
      isGood ? [] : ['error database-name-invalid name'],
    );
  });

  it.each([
    ['1Gi', most, []],
    ['50Gi', most, []],
    ['51200Mi', most, []],
    ['51201Mi', most, ['error quantity-too-large size']],
    ['51Gi', most, ['error quantity-too-large size']],
    ['51Gi', undefined, []],
    ['0Gi', most, ['error quantity-invalid size']],
    ['much', most, ['error quantity-invalid size']],
    ['100.5m', { maxSize: '0' }, ['error quantity-invalid size']],
  ])('says of the size %j of at most %j %j', (size, options, expected) => {
    expect(outline(checkDatabase('notes', size, options))).toEqual(expected);
  });

  it('says all that is wrong', () => {
    expect(checkDatabase('My notes', '60Gi', most)).toMatchObject([
      {
        message: '“My notes” cannot name a database.',
        fix: expect.stringContaining('a-z, 0-9 and “_”'),
      },
      {
        message: '60Gi is more than the 50Gi a database may have.',
        fix: 'Ask for at most 50Gi, or talk to the platform team.',
      },
    ]);
  });
});

describe('checkDatabaseClusters', () => {
  const model = readRepository(monosenseRepository, monosense);
  const file =
    'kubernetes/workloads/platform/databases/cloudnative-pg/shared-cluster/cluster.yaml';
  const places = ['infra', 'apps'].map(cluster =>
    placeApp(
      'notes',
      { tree: new PlanTree(monosenseRepository), profile: monosense, model },
      { cluster },
    ),
  );
  const but =
    (cluster: string, change: Partial<Database>) =>
    (database: Database): Database =>
      database.cluster === cluster && database.kind === 'Cluster'
        ? { ...database, ...change }
        : database;
  const source = { file: 'elsewhere.yaml', line: 1 };

  it.each([
    ['as it is', but('apps', {}), []],
    ['with another kind there', but('apps', { kind: 'Pooler' }), ['apps']],
    ['with it in another file', but('infra', { source }), ['infra']],
    ['with it on one cluster', but('apps', { cluster: 'infra' }), ['apps']],
  ])('judges the repository %s', (_, change, expected) => {
    const databases = model.databases.map(database => ({
      ...change(database),
      ...(database.kind === 'Database' && { source: { file, line: 1 } }),
    }));
    const found = checkDatabaseClusters(places, {
      model: { ...model, databases },
    });
    expect(outline(found)).toEqual(
      expected.map(() => `error database-cluster-missing app ${file}`),
    );
    expected.forEach((cluster, at) =>
      expect(found[at].message).toContain(`The cluster ${cluster} does not`),
    );
  });

  it('says what every cluster lacks', () => {
    const empty = { ...model, databases: [] };
    expect(checkDatabaseClusters(places, { model: empty })).toMatchObject([
      { message: expect.stringContaining('cluster infra does not deploy') },
      {
        message: `The cluster apps does not deploy the PostgreSQL of ${file}, so notes could not reach a database there.`,
        fix: 'Run the app on a cluster that has it, or ask the platform team to deploy it.',
      },
    ]);
  });
});
