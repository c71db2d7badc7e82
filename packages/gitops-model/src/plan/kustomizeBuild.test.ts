import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { findKustomize, withFiles } from '../__testUtils__/kustomizeBuild';
import { plan, repository, wholeRequest } from '../__testUtils__/readFixture';
import { applyEdits } from '../snapshot/applyEdits';

const kustomize = findKustomize();
const build = typeof kustomize === 'function' ? kustomize : undefined;
if (typeof kustomize !== 'function') {
  process.stderr.write(`Skipped real builds: ${kustomize.missing}.\n`);
}

(build ? describe : describe.skip)('real kustomize', () => {
  it('builds the planned tree with every object of the new app', () => {
    const after = applyEdits(repository, plan(wholeRequest).edits);
    const files = Object.fromEntries(
      [...after.files.keys()].map(path => [path, after.readText(path) ?? '']),
    );
    withFiles(files, directory => {
      const built = (path: string) =>
        parseAllDocuments(build?.(join(directory, path)) ?? '').map(
          document => {
            const { kind, metadata } = document.toJS();
            return `${kind} ${metadata.namespace ?? '-'}/${metadata.name}`;
          },
        );
      expect(built('k8s/apps')).toContain('Application argocd/notes');
      expect(built('k8s/journal')).toContain('Deployment journal/journal');
      expect(built('k8s/notes').sort()).toEqual([
        'Deployment notes/notes',
        'ExternalSecret notes/notes-oidc',
        'ExternalSecret notes/notes-secrets',
        'HTTPRoute notes/notes',
        'Namespace -/notes',
        'PersistentVolumeClaim notes/notes-data',
        'Service notes/notes',
      ]);
    });
  });
});
