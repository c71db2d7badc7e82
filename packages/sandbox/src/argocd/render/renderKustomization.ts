import { posix } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Manifest } from '../../kubernetes/KubernetesObject';
import { findResourceType } from '../../kubernetes/resourceTypes';
import { readManifests } from './readManifests';
import { RenderError } from './RenderError';
import type { RepositoryTree } from './RepositoryTree';

const fileNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

const kustomizationSchema = z.looseObject({
  namespace: z.string().optional(),
  resources: z.array(z.string()).default([]),
});

export function findKustomization(
  tree: RepositoryTree,
  folder: string,
): string | undefined {
  return fileNames
    .map(name => posix.join(folder, name))
    .find(path => tree.files.has(path));
}

/** Builds a folder as kustomize does, as far as `resources` and `namespace` go. */
export function renderKustomization(
  tree: RepositoryTree,
  folder: string,
): Manifest[] {
  const path = findKustomization(tree, folder);
  const text = path && tree.files.get(path);
  if (text === undefined) {
    throw new RenderError(
      `\`kustomize build ${folder}\` failed: unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${folder}'`,
    );
  }
  const document = parseDocument(text);
  const parsed = kustomizationSchema.safeParse(document.toJS() ?? {});
  if (document.errors.length > 0 || !parsed.success) {
    throw new RenderError(
      `\`kustomize build ${folder}\` failed: invalid Kustomization: ${path}`,
    );
  }
  const { namespace, resources } = parsed.data;
  return resources
    .flatMap(resource => renderResource(tree, folder, resource))
    .map(manifest => withNamespace(manifest, namespace));
}

function renderResource(
  tree: RepositoryTree,
  folder: string,
  resource: string,
): Manifest[] {
  const path = posix.join(folder, resource);
  const text = tree.files.get(path);
  if (text !== undefined) {
    return readManifests(path, text);
  }
  if (findKustomization(tree, path) !== undefined) {
    return renderKustomization(tree, path);
  }
  throw new RenderError(
    `\`kustomize build ${folder}\` failed: accumulating resources: accumulation err='accumulating resources from '${resource}': open ${path}: no such file or directory'`,
  );
}

function withNamespace(
  manifest: Manifest,
  namespace: string | undefined,
): Manifest {
  return namespace !== undefined && findResourceType(manifest)?.namespaced
    ? { ...manifest, metadata: { ...manifest.metadata, namespace } }
    : manifest;
}
