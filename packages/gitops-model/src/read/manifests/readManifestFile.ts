import type { Reading } from '../Reading';
import type { SourceRef } from '../RepositoryModel';
import type { Manifest } from './Manifest';
import { toManifests } from './toManifests';

/** The Kubernetes objects of one YAML file. */
export function readManifestFile(
  reading: Reading,
  file: string,
  from: SourceRef,
): { manifests: Manifest[]; buildable: boolean } {
  const { documents, complete } = reading.readYaml(file, from);
  const manifests: Manifest[] = [];
  let buildable = complete;
  for (const document of documents) {
    const found = toManifests(file, document);
    if (found) {
      manifests.push(...found);
      continue;
    }
    buildable = false;
    reading.report(
      {
        code: 'invalid-manifest',
        severity: 'error',
        message:
          'This document is no Kubernetes object: it lacks apiVersion, kind or metadata.name.',
        fix: 'Complete it, or keep it out of the deployed files.',
      },
      { file, line: document.line },
    );
  }
  return { manifests, buildable };
}
