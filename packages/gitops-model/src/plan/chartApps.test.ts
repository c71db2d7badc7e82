import { parse } from 'yaml';
import { plan, profile, repository, ada } from '../__testUtils__/readFixture';
import type { Operation } from '../operation/Operation';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import { createSnapshot } from '../snapshot/createSnapshot';

const create: Operation = {
  type: 'create-chart-app',
  app: 'search',
  owner: 'group:default/atlas',
  description: 'Full text search',
  chart: {
    name: 'meilisearch',
    repository: 'https://charts.example.org/meili',
    version: '0.12.0',
  },
  values: {
    replicaCount: 1,
    environment: { MEILI_ENV: 'production', NO: 'no' },
    auth: { existingMasterKeySecret: 'search-secrets' },
    persistence: { enabled: true, size: '10Gi' },
  },
};
const secret: Operation = {
  type: 'add-secret',
  app: 'search',
  entries: [
    { env: 'MEILI_MASTER_KEY', key: 'atlas/search/master', property: 'key' },
  ],
};
const route: Operation = {
  type: 'add-route',
  app: 'search',
  host: 'search.exitthecloud.eu',
  path: '/',
  service: 'search-meilisearch',
  port: 7700,
};

const layouts = [
  ['helm-with-configs', 'A'],
  ['helm-inline', 'B'],
  ['wrapper-chart', 'C'],
] as const;

describe.each(layouts)('a chart app as %s', (layout, pattern) => {
  const operations: Operation[] = [{ ...create, layout }, secret, route];
  const planned = plan(operations);
  const there = applyEdits(repository, planned.edits);

  it('is read as what it was asked for, and changes nothing when asked again', () => {
    const model = readRepository(there, profile);
    expect(model.findings).toEqual(
      readRepository(repository, profile).findings,
    );
    expect(model.units).toContainEqual(
      expect.objectContaining({
        name: 'search',
        namespace: 'search',
        pattern,
        wired: true,
        buildable: true,
        charts: [
          expect.objectContaining({
            chart: 'meilisearch',
            version: '0.12.0',
            repository: 'https://charts.example.org/meili',
          }),
        ],
      }),
    );
    expect(model.apps).toContainEqual(
      expect.objectContaining({
        name: 'search',
        owner: 'group:default/atlas',
        description: 'Full text search',
        template: 'new-service 1.0.0',
      }),
    );
    expect(plan(operations, ada, there)).toMatchObject({
      edits: [],
      findings: [],
    });
  });

  it('names a route apart from one that the chart makes of its values', () => {
    const made = {
      hostnames: ['find.exitthecloud.eu'],
      parentRefs: [{ name: 'main-gateway' }],
    };
    const values = { route: { main: made } };
    const before = applyEdits(
      repository,
      plan([{ ...create, layout, values }]).edits,
    );
    const { findings, edits } = plan([route], ada, before);
    expect(findings).toEqual([]);
    expect(
      edits.flatMap(edit =>
        edit.kind === 'create' && edit.path.includes('httproute')
          ? [[edit.path.split('/').at(-1), parse(edit.after).metadata.name]]
          : [],
      ),
    ).toEqual([
      [
        'httproute-search-exitthecloud-eu.yaml',
        'search-search-exitthecloud-eu',
      ],
    ]);
  });

  it('leaves every byte as it was when it is retired, also where files end without a line end', () => {
    const before = createSnapshot({
      commit: repository.commit,
      files: Object.fromEntries(
        [...repository.files.keys()].map(path => [
          path,
          (repository.readText(path) ?? '').trimEnd(),
        ]),
      ),
    });
    const created = applyEdits(before, plan(operations, ada, before).edits);
    const retired = plan(
      [{ type: 'retire-app', app: 'search', confirmation: 'search' }],
      ada,
      created,
    );
    expect(
      retired.findings.filter(({ severity }) => severity !== 'info'),
    ).toEqual([]);
    const after = applyEdits(created, retired.edits);
    expect([...after.files.keys()].sort()).toEqual(
      [...before.files.keys()].sort(),
    );
    for (const path of before.files.keys()) {
      expect(after.readText(path)).toBe(before.readText(path));
    }
  });
});
