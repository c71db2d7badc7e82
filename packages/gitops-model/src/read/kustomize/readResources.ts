import { readManifestFile } from '../manifests/readManifestFile';
import type { SourceRef } from '../RepositoryModel';
import { Resource } from './Resource';
import type { Step } from './Step';

/** The objects of one file of `resources`. */
export function readResourceFile(
  step: Step,
  file: string,
  from: SourceRef,
): Resource[] {
  const { manifests, buildable } = readManifestFile(step.reading, file, from);
  if (!buildable) step.gathered.buildable = false;
  return manifests.map(manifest => {
    const resource = new Resource(manifest.value, manifest);
    if (resource.id.name === '') {
      step.refuse(
        'invalid-manifest',
        `This ${manifest.kind} has no metadata.name; kustomize refuses that.`,
        manifest.source,
        'Give it a name.',
      );
    }
    return resource;
  });
}
