import { posix } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Manifest } from '../kubernetes/KubernetesObject';
import { findResourceType } from '../kubernetes/resourceTypes';
import { readManifests } from './readManifests';
import { renderChart } from './renderChart';
import { RenderError } from './RenderError';
import type { RepositoryTree } from './RepositoryTree';

const fileNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

const kustomizationSchema = z.looseObject({
  namespace: z.string().optional(),
  resources: z.array(z.string()).default([]),
  components: z.array(z.string()).default([]),
  configMapGenerator: z
    .array(
      z.looseObject({
        name: z.string(),
        files: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  helmCharts: z
    .array(
      z.looseObject({
        name: z.string(),
        version: z.string().default('latest'),
        releaseName: z.string(),
        valuesFile: z.string().optional(),
      }),
    )
    .default([]),
});
export type Kustomization = z.infer<typeof kustomizationSchema>;

export function findKustomization(
  tree: RepositoryTree,
  folder: string,
): string | undefined {
  return fileNames
    .map(name => posix.join(folder, name))
    .find(path => tree.files.has(path));
}

/**
 * Builds a folder as kustomize does, as far as `resources`, `components`,
 * `namespace`, generators without hash, and stand-ins for `helmCharts` go.
 */
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
  return buildKustomization(tree, folder, parsed.data);
}

/** Builds what a kustomization in the folder would say, whether or not it lies there. */
export function buildKustomization(
  tree: RepositoryTree,
  folder: string,
  kustomization: Partial<Kustomization>,
): Manifest[] {
  const { namespace, resources, components, configMapGenerator, helmCharts } =
    kustomizationSchema.parse(kustomization);
  return [
    ...[...resources, ...components].flatMap(resource =>
      renderResource(tree, folder, resource),
    ),
    ...configMapGenerator.map(({ name, files }) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name },
      data: Object.fromEntries(
        files.map(file => [
          posix.basename(file),
          requireFile(tree, folder, file),
        ]),
      ),
    })),
    ...helmCharts.flatMap(({ name, version, releaseName, valuesFile }) =>
      renderChart({
        name: releaseName,
        chart: name,
        version,
        values: valuesFile
          ? parseDocument(requireFile(tree, folder, valuesFile)).toJS()
          : {},
        registry: 'ghcr.io/charts',
      }),
    ),
  ].map(manifest => withNamespace(manifest, namespace));
}

function requireFile(tree: RepositoryTree, folder: string, file: string) {
  const path = posix.join(folder, file);
  const text = tree.files.get(path);
  if (text === undefined) {
    throw missing(folder, file, path);
  }
  return text;
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
  throw missing(folder, resource, path);
}

function missing(folder: string, resource: string, path: string): RenderError {
  return new RenderError(
    `\`kustomize build ${folder}\` failed: accumulating resources: accumulation err='accumulating resources from '${resource}': open ${path}: no such file or directory'`,
  );
}

/** A Namespace is renamed, as kustomize does. */
function withNamespace(
  manifest: Manifest,
  namespace: string | undefined,
): Manifest {
  const { metadata } = manifest;
  if (namespace === undefined) {
    return manifest;
  }
  if (manifest.apiVersion === 'v1' && manifest.kind === 'Namespace') {
    return { ...manifest, metadata: { ...metadata, name: namespace } };
  }
  return findResourceType(manifest)?.namespaced
    ? { ...manifest, metadata: { ...metadata, namespace } }
    : manifest;
}
