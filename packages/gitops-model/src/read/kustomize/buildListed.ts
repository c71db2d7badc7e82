import type { Reading } from '../Reading';
import type { SourceRef } from '../RepositoryModel';
import { buildEntries } from './buildKustomization';
import type { Built } from './Built';
import { isKustomizeDirectory } from './findKustomizationFile';
import type { Overlay } from './Overlay';

/** Files with these names Flux leaves out before it looks. */
const ignoredNames = /(^|\/)(\.sops\.yaml|\.flux\.yaml|\.goreleaser\.yml)$/;

/**
 * What Flux makes of a directory without a kustomization file: every YAML file
 * below it, except that a sub-directory with a kustomization file is taken as
 * one resource. Flux refuses a YAML file that holds no Kubernetes objects.
 */
export function buildListed(
  reading: Reading,
  directory: string,
  from: SourceRef,
  overlay?: Overlay,
): Built {
  return buildEntries(reading, {
    directory,
    from,
    overlay,
    paths: listed(reading, directory),
  });
}

function listed(reading: Reading, directory: string): string[] {
  return reading.list(directory).flatMap(path => {
    if (reading.isDirectory(path)) {
      return isKustomizeDirectory(reading, path)
        ? [path]
        : listed(reading, path);
    }
    return /\.ya?ml$/.test(path) && !ignoredNames.test(path) ? [path] : [];
  });
}
