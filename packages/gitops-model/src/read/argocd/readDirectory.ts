import type { Built } from '../kustomize/Built';
import { readManifestFile } from '../manifests/readManifestFile';
import { matchesGlob } from '../matchesGlob';
import type { Reading } from '../Reading';
import type { SourceRef } from '../RepositoryModel';
import type { ApplicationSource } from './Application';

/** Argo CD leaves files out that carry this marker. */
const skipMarker = '+argocd:skip-file-rendering';

/** The objects of a plain directory source. */
export function readDirectory(
  reading: Reading,
  path: string,
  directory: ApplicationSource['directory'],
  from: SourceRef,
): Pick<Built, 'manifests' | 'buildable'> {
  const built: ReturnType<typeof readDirectory> = {
    manifests: [],
    buildable: true,
  };
  for (const file of filesOf(reading, path, directory?.recurse ?? false)) {
    const relative = path === '' ? file : file.slice(path.length + 1);
    if (directory?.exclude && matchesGlob(directory.exclude, relative)) {
      continue;
    }
    if (directory?.include && !matchesGlob(directory.include, relative)) {
      continue;
    }
    if (reading.textOf(file)?.includes(skipMarker)) continue;
    const { manifests, buildable } = readManifestFile(reading, file, from);
    built.manifests.push(...manifests);
    built.buildable &&= buildable;
  }
  return built;
}

function filesOf(
  reading: Reading,
  directory: string,
  recurse: boolean,
): string[] {
  return reading.list(directory).flatMap(path => {
    if (reading.isDirectory(path)) {
      return recurse ? filesOf(reading, path, recurse) : [];
    }
    return /\.(ya?ml|json)$/.test(path) ? [path] : [];
  });
}
