import { join } from 'node:path';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { findKustomize, withFiles } from '../__testUtils__/kustomizeBuild';
import {
  pitowerRepository,
  pitowerRequest,
  planPitower,
} from '../__testUtils__/pitowerFixture';
import { applyEdits } from '../snapshot/applyEdits';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';

const kustomize = findKustomize();
const build = typeof kustomize === 'function' ? kustomize : undefined;
if (typeof kustomize !== 'function') {
  process.stderr.write(`Skipped real builds: ${kustomize.missing}.\n`);
}

const apps = 'pitower/kubernetes/apps';

(build ? describe : describe.skip)('real kustomize', () => {
  it('builds what the plan adds, and all else as before', () => {
    const after = applyEdits(
      pitowerRepository,
      planPitower(pitowerRequest).edits,
    );
    const before = built(pitowerRepository);
    const { notes, database, homepage, ...others } = built(after);
    const { notes: _none, database: one, homepage: links, ...rest } = before;
    expect(notes).toEqual([
      'ExternalSecret selfhosted/notes-db',
      'ExternalSecret selfhosted/notes-secret',
      'PersistentVolumeClaim selfhosted/notes-data',
    ]);
    expect(one).toEqual(['Cluster cloudnative-pg/feeds']);
    expect(database).toEqual([
      'Cluster cloudnative-pg/feeds',
      'Cluster cloudnative-pg/notes',
    ]);
    expect(homepage).toEqual(links);
    expect(others).toEqual(rest);
  });
});

/** Objects of each app, but for what charts make. */
function built(snapshot: RepositorySnapshot) {
  const files = Object.fromEntries(
    [...snapshot.files.keys()].map(path => {
      const text = snapshot.readText(path) ?? '';
      return [
        path,
        path.endsWith('kustomization.yaml') ? withoutCharts(text) : text,
      ];
    }),
  );
  return withFiles(files, directory => {
    const objects = (path: string) =>
      parseAllDocuments(build?.(join(directory, apps, path)) ?? '')
        .map(document => {
          const { kind, metadata } = document.toJS();
          return `${kind} ${metadata.namespace}/${metadata.name}`;
        })
        .sort();
    return {
      notes: snapshot.files.has(`${apps}/selfhosted/notes/kustomization.yaml`)
        ? objects('selfhosted/notes')
        : [],
      database: objects('cloudnative-pg/cluster'),
      homepage: objects('selfhosted/homepage'),
      feeds: objects('selfhosted/feeds'),
      player: objects('media/player'),
    };
  });
}

/** Charts come from a registry, which no test asks. */
function withoutCharts(text: string): string {
  const { helmCharts: _charts, ...kustomization } = parse(text);
  return stringify(kustomization);
}
