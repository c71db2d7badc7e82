import {
  monosense,
  monosenseRepository,
  planMonosense,
} from '../__testUtils__/monosenseFixture';
import type { Operation, OperationOf } from '../operation/Operation';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';

const create: OperationOf<'create-chart-app'> = {
  type: 'create-chart-app',
  app: 'search',
  owner: 'group:default/atlas',
  description: 'Full text search',
  chart: {
    name: 'meilisearch',
    repository: 'https://charts.example.org/meili/',
    version: '0.12.0',
  },
  values: {
    replicaCount: 1,
    environment: { MEILI_ENV: 'production', NO: 'no' },
    auth: { existingMasterKeySecret: 'search-secrets' },
  },
};
const others: Operation[] = [
  {
    type: 'add-secret',
    app: 'search',
    entries: [
      {
        env: 'MEILI_MASTER_KEY',
        key: 'kubernetes/infra/search/master',
        property: 'key',
      },
    ],
  },
  {
    type: 'add-route',
    app: 'search',
    host: 'search.monosense.io',
    path: '/',
    service: 'search-meilisearch',
    port: 7700,
  },
];

const forms = [
  {
    layout: 'workload-chart',
    repository: 'https://charts.example.org/meili',
    operations: [{ ...create, clusters: ['infra'] }, ...others],
    clusters: ['infra'],
  },
  {
    layout: 'infrastructure-chart',
    repository: 'oci://ghcr.io/example/charts',
    operations: [
      {
        ...create,
        layout: 'infrastructure-chart',
        category: 'operations',
        chart: { ...create.chart, repository: 'oci://ghcr.io/example/charts' },
      },
      ...others,
    ],
    clusters: ['infra', 'apps'],
  },
];

describe.each(forms)(
  'a chart app of Flux as $layout',
  ({ repository, operations, clusters }) => {
    const planned = planMonosense(operations);
    const there = applyEdits(monosenseRepository, planned.edits);

    it('is read as what it was asked for, and changes nothing when asked again', () => {
      const model = readRepository(there, monosense);
      expect(model.findings).toEqual([]);
      const units = model.units.filter(({ app }) => app === 'search');
      expect(
        units.map(({ cluster, wired, buildable, charts }) => ({
          cluster,
          wired,
          buildable,
          charts,
        })),
      ).toEqual(
        clusters.map(cluster => ({
          cluster,
          wired: true,
          buildable: true,
          charts: [
            expect.objectContaining({
              chart: 'meilisearch',
              version: '0.12.0',
              repository,
            }),
          ],
        })),
      );
      expect(planMonosense(operations, there)).toMatchObject({
        edits: [],
        findings: [],
      });
    });
  },
);

it('writes no values where none are asked for', () => {
  const { edits } = planMonosense([
    { ...create, values: {}, clusters: ['infra'] },
  ]);
  const release = edits.find(({ path }) => path.endsWith('/helmrelease.yaml'));
  expect(release).toMatchObject({
    after: expect.not.stringContaining('values'),
  });
});
