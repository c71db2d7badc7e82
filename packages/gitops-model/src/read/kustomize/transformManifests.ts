import { isClusterScoped } from '../manifests/isClusterScoped';
import type { Manifest } from '../manifests/Manifest';
import type { ImageChange, KustomizationFile } from './kustomizationSchema';

type Transformation = Pick<
  KustomizationFile,
  'namespace' | 'namePrefix' | 'nameSuffix' | 'images'
>;

/** Kinds whose names kustomize leaves alone when it adds a prefix or suffix. */
const keepsName = new Set([
  'APIService',
  'CustomResourceDefinition',
  'Namespace',
]);

/** Namespace, name prefix and suffix, and images, as kustomize sets them. */
export function transformManifests(
  manifests: Manifest[],
  { namespace, namePrefix, nameSuffix, images }: Transformation,
): Manifest[] {
  if (!namespace && !namePrefix && !nameSuffix && images.length === 0) {
    return manifests;
  }
  return manifests.map(manifest => {
    let { name } = manifest;
    if (!keepsName.has(manifest.kind)) {
      name = `${namePrefix ?? ''}${name}${nameSuffix ?? ''}`;
    }
    if (namespace && manifest.kind === 'Namespace') name = namespace;
    return {
      ...manifest,
      name,
      namespace:
        namespace && !isClusterScoped(manifest.kind)
          ? namespace
          : manifest.namespace,
      imageChanges: [...(manifest.imageChanges ?? []), ...images],
    };
  });
}

/** The image after a kustomization's `images`. */
export function changeImage(
  image: string,
  changes: readonly ImageChange[],
): string {
  return changes.reduce((current, change) => {
    const [, name, rest] = /^(.*?)((?::[^:/@]+)?(?:@.+)?)$/.exec(current) ?? [];
    if (name !== change.name) return current;
    const newName = change.newName ?? name;
    if (change.digest) return `${newName}@${change.digest}`;
    return `${newName}${change.newTag ? `:${change.newTag}` : rest}`;
  }, image);
}
