import { posix } from 'node:path';
import type { Manifest } from '../kubernetes/KubernetesObject';
import { addLabels } from '../render/addLabels';
import { RenderError } from '../render/RenderError';
import {
  buildKustomization,
  findKustomization,
} from '../render/renderKustomization';
import { listBelow, type RepositoryTree } from '../render/RepositoryTree';
import type { FluxKustomizationSpec } from './FluxKustomization';
import { mergePatches } from './mergePatches';
import { substituteVariables } from './substituteVariables';

/** What a Kustomization asks for at a commit; throws a RenderError where it cannot be built. */
export function buildFluxKustomization(
  tree: RepositoryTree,
  spec: FluxKustomizationSpec,
  options: {
    /** Undefined where nothing is to be substituted. */
    variables?: Record<string, string>;
    /** Of everything that is made. */
    labels: Record<string, string>;
  },
): Manifest[] {
  const folder = posix.normalize(spec.path).replace(/\/$/, '');
  if (listBelow(tree, folder).length === 0) {
    throw new RenderError(
      `kustomization path not found: stat /tmp/kustomization/${folder}: no such file or directory`,
    );
  }
  return buildKustomization(tree, folder, {
    namespace: spec.targetNamespace,
    resources: findKustomization(tree, folder)
      ? ['.']
      : listResources(tree, folder),
    components: spec.components,
  })
    .map(manifest => mergePatches(manifest, spec.patches))
    .map(manifest =>
      options.variables
        ? substituteVariables(manifest, options.variables)
        : manifest,
    )
    .map(manifest =>
      addLabels(manifest, { ...spec.commonMetadata.labels, ...options.labels }),
    );
}

/** Where no kustomization lies: every folder below that has one, and every other manifest. */
function listResources(tree: RepositoryTree, folder: string): string[] {
  const resources = new Set<string>();
  for (const path of listBelow(tree, folder).sort()) {
    const parts = path.split('/').slice(0, -1);
    const enclosing = parts
      .map((_part, index) => parts.slice(0, index + 1).join('/'))
      .find(below => findKustomization(tree, posix.join(folder, below)));
    if (enclosing !== undefined) {
      resources.add(enclosing);
    } else if (/\.ya?ml$/.test(path)) {
      resources.add(path);
    }
  }
  return [...resources];
}
