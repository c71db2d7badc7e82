import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  monosense,
  monosenseRepository,
  planMonosense,
} from '../__testUtils__/monosenseFixture';
import { readTexts } from '../__testUtils__/readFixture';
import { checkManifests } from '../checks/schemas/checkManifests';
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
    pinned: 'helmrelease.yaml',
    operations: [{ ...create, clusters: ['infra'] }, ...others],
    clusters: ['infra'],
  },
  {
    layout: 'infrastructure-chart',
    repository: 'oci://ghcr.io/example/charts',
    pinned: 'ocirepository.yaml',
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
  ({ layout, repository, pinned, operations, clusters }) => {
    const planned = planMonosense(operations);
    const there = applyEdits(monosenseRepository, planned.edits);

    it('is planned as the golden files say', () => {
      expect(planned.findings.map(({ code }) => code)).toEqual([
        'chart-repository-new',
      ]);
      expect(
        checkManifests(planned.edits).filter(
          ({ severity }) => severity === 'error',
        ),
      ).toEqual([]);
      const after = Object.fromEntries(
        planned.edits.map(edit => [
          edit.path,
          edit.kind === 'delete' ? '' : edit.after,
        ]),
      );
      const golden = join('monosense', layout);
      if (process.env.UPDATE_GOLDEN) {
        for (const [path, text] of Object.entries(after)) {
          const file = join(__dirname, '__fixtures__', golden, path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, text);
        }
      }
      expect(after).toEqual(readTexts(golden));
    });

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

    it('takes another version of its chart, in one line', () => {
      const operation: Operation = {
        type: 'set-chart-version',
        app: 'search',
        version: '0.13.1',
      };
      const { edits, findings } = planMonosense([operation], there);
      expect(findings).toEqual([]);
      const [edit, ...rest] = edits;
      expect(rest).toEqual([]);
      if (edit?.kind !== 'change') throw new Error('nothing is changed');
      expect(edit.path.endsWith(`/${pinned}`)).toBe(true);
      expect(edit.after).toBe(edit.before.replace('0.12.0', '0.13.1'));
    });

    it('leaves every byte as it was when it is retired', () => {
      const retired = planMonosense(
        [{ type: 'retire-app', app: 'search', confirmation: 'search' }],
        there,
      );
      expect(
        retired.findings.filter(({ severity }) => severity !== 'info'),
      ).toEqual([]);
      const after = applyEdits(there, retired.edits);
      expect([...after.files.keys()].sort()).toEqual(
        [...monosenseRepository.files.keys()].sort(),
      );
      for (const path of monosenseRepository.files.keys()) {
        expect(after.readText(path)).toBe(monosenseRepository.readText(path));
      }
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
