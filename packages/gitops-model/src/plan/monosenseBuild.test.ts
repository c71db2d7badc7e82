import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { findKustomize, withFiles } from '../__testUtils__/kustomizeBuild';
import {
  infrastructure,
  monosenseRepository,
  planMonosense,
  route,
  secrets,
  workloadOn,
} from '../__testUtils__/monosenseFixture';
import { applyEdits } from '../snapshot/applyEdits';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';

const kustomize = findKustomize();
const build = typeof kustomize === 'function' ? kustomize : undefined;
if (typeof kustomize !== 'function') {
  process.stderr.write(`Skipped real builds: ${kustomize.missing}.\n`);
}

const written = [
  'CiliumNetworkPolicy notes/notes',
  'ExternalSecret notes/notes-secrets',
  'HTTPRoute notes/notes',
  'HelmRelease notes/notes',
  'Namespace -/notes',
  'OCIRepository notes/notes',
  'PersistentVolumeClaim notes/notes-data',
];

(build ? describe : describe.skip)('real kustomize', () => {
  it('builds an app on chosen clusters, and the tree of all as before', () => {
    const after = applyEdits(
      monosenseRepository,
      planMonosense([workloadOn(['infra', 'apps']), route, secrets]).edits,
    );
    const [notes, tree] = built(after, [
      'workloads/tenants/notes',
      'infrastructure',
    ]);
    expect(notes).toEqual(written);
    expect([tree]).toEqual(built(monosenseRepository, ['infrastructure']));
  });

  it('builds an app of the tree of all with its line in the area', () => {
    const after = applyEdits(
      monosenseRepository,
      planMonosense([infrastructure, route, secrets]).edits,
    );
    const [notes, tree] = built(after, [
      'infrastructure/operations/notes/app',
      'infrastructure',
    ]);
    const [before] = built(monosenseRepository, ['infrastructure']);
    expect(notes).toEqual(written);
    expect(tree).toEqual([...before, 'Kustomization flux-system/notes'].sort());
  });

  it('builds a database beside those of other apps', () => {
    const shared = 'workloads/platform/databases/cloudnative-pg';
    const after = applyEdits(
      monosenseRepository,
      planMonosense([
        workloadOn(['infra']),
        { type: 'add-database', app: 'notes', size: '5Gi' },
      ]).edits,
    );
    const [before] = built(monosenseRepository, [shared]);
    expect(built(after, [shared])).toEqual([
      [
        ...before,
        'Database cnpg-system/notes',
        'ExternalSecret cnpg-system/notes-db-credentials',
        'PodDisruptionBudget cnpg-system/notes-pooler',
        'Pooler cnpg-system/notes-pooler',
      ].sort(),
    ]);
  });

  it.each([
    ['https://charts.example.org', 'HelmRepository search/search'],
    ['oci://ghcr.io/example/charts', 'OCIRepository search/search'],
  ])('builds a chart from %s', (repository, source) => {
    const { edits } = planMonosense([
      {
        type: 'create-chart-app',
        app: 'search',
        owner: 'group:default/atlas',
        clusters: ['infra'],
        chart: { name: 'search', repository, version: '1.0.0' },
        values: {},
      },
    ]);
    const after = applyEdits(monosenseRepository, edits);
    expect(built(after, ['workloads/tenants/search'])).toEqual([
      ['HelmRelease search/search', source, 'Namespace -/search'].sort(),
    ]);
  });
});

/** Kind and name of every object of each directory. */
function built(snapshot: RepositorySnapshot, directories: readonly string[]) {
  const files = Object.fromEntries(
    [...snapshot.files.keys()].map(path => [
      path,
      snapshot.readText(path) ?? '',
    ]),
  );
  return withFiles(files, root =>
    directories.map(directory =>
      parseAllDocuments(build?.(join(root, 'kubernetes', directory)) ?? '')
        .map(document => {
          const { kind, metadata } = document.toJS();
          return `${kind} ${metadata.namespace ?? '-'}/${metadata.name}`;
        })
        .sort(),
    ),
  );
}
