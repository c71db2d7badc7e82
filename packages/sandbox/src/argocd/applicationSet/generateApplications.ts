import { posix } from 'node:path';
import {
  type KubernetesObject,
  type Manifest,
  manifestSchema,
  toOwnerReference,
} from '../../kubernetes/KubernetesObject';
import { RenderError } from '../../render/RenderError';
import type { RepositoryTree } from '../../render/RepositoryTree';
import { type ApplicationSet, readApplicationSet } from './ApplicationSet';
import { expandTemplate } from './expandTemplate';

export type GeneratedApplications =
  { ok: true; applications: Manifest[] } | { ok: false; message: string };

/** The Applications that an ApplicationSet asks for at a commit, owned by it. */
export function generateApplications(
  object: KubernetesObject,
  tree: RepositoryTree,
): GeneratedApplications {
  const set = readApplicationSet(object);
  if (typeof set === 'string') {
    return { ok: false, message: set };
  }
  try {
    const folders = listFolders(tree);
    return {
      ok: true,
      applications: set.generators
        .flatMap(({ git }) =>
          folders.filter(folder => matchesOne(folder, git.directories)),
        )
        .map(folder => toApplication(set, folder, object)),
    };
  } catch (error) {
    if (error instanceof RenderError) {
      return { ok: false, message: error.message };
    }
    throw error;
  }
}

function toApplication(
  set: ApplicationSet,
  folder: string,
  owner: KubernetesObject,
): Manifest {
  const { metadata, spec } = set.template;
  const application = manifestSchema.parse(
    expandTemplate(
      {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata,
        spec,
      },
      folder,
    ),
  );
  return {
    ...application,
    metadata: {
      ...application.metadata,
      namespace: owner.metadata.namespace,
      ownerReferences: [toOwnerReference(owner)],
    },
  };
}

function listFolders(tree: RepositoryTree): string[] {
  const folders = new Set<string>();
  for (const path of tree.files.keys()) {
    let folder = posix.dirname(path);
    while (folder !== '.' && !folders.has(folder)) {
      folders.add(folder);
      folder = posix.dirname(folder);
    }
  }
  return [...folders].sort();
}

function matchesOne(
  folder: string,
  directories: { path: string; exclude: boolean }[],
): boolean {
  const matching = directories.filter(({ path }) => matches(folder, path));
  return matching.length > 0 && matching.every(({ exclude }) => !exclude);
}

/** `*` stands for one segment, or a part of it. */
function matches(folder: string, pattern: string): boolean {
  const source = pattern
    .split('*')
    .map(text => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]*');
  return new RegExp(`^${source}$`).test(folder);
}
