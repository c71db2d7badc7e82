import type { Reading } from '../Reading';
import type { SourceRef } from '../RepositoryModel';

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** Whether a directory is one for kustomize. */
export function isKustomizeDirectory(
  reading: Reading,
  directory: string,
): boolean {
  return candidates(reading, directory).length > 0;
}

/** The one kustomization file of a directory, or `undefined` with a finding. */
export function findKustomizationFile(
  reading: Reading,
  directory: string,
  from: SourceRef,
): string | undefined {
  const found = candidates(reading, directory);
  if (found.length === 1) return found[0];
  reading.report(
    found.length === 0
      ? {
          code: 'missing-file',
          severity: 'error',
          message: reading.isDirectory(directory)
            ? `The directory ${directory} has no kustomization file.`
            : `There is no file or directory ${directory}.`,
          fix: 'Add it, or remove the line that asks for it.',
        }
      : {
          code: 'invalid-manifest',
          severity: 'error',
          message: `The directory ${directory} has more than one kustomization file; kustomize refuses that.`,
          fix: 'Keep one of them.',
        },
    from,
  );
  return undefined;
}

function candidates(reading: Reading, directory: string): string[] {
  return names
    .map(name => (directory === '' ? name : `${directory}/${name}`))
    .filter(path => reading.isFile(path));
}
