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
