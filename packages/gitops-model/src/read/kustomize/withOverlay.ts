import type { Patch } from './kustomizationSchema';
import type { Overlay } from './Overlay';
import type { ReadKustomization } from './readKustomization';

/**
 * A kustomization as Flux and Argo CD rewrite it before they build it: lists
 * are continued, single values replaced, an image named again is replaced.
 */
export function withOverlay(
  read: ReadKustomization,
  overlay: Overlay | undefined,
  from: ReturnType<ReadKustomization['lineOf']>,
): ReadKustomization {
  if (!overlay) return read;
  const { kustomization } = read;
  const overlaid = new Set(overlay.images.map(({ name }) => name));
  const patches: Patch[] = [...kustomization.patches, ...overlay.patches];
  return {
    ...read,
    kustomization: {
      ...kustomization,
      components: [...kustomization.components, ...overlay.components],
      namespace: overlay.namespace ?? kustomization.namespace,
      namePrefix: overlay.namePrefix ?? kustomization.namePrefix,
      nameSuffix: overlay.nameSuffix ?? kustomization.nameSuffix,
      images: [
        ...kustomization.images.filter(({ name }) => !overlaid.has(name)),
        ...overlay.images,
      ],
      patches,
    },
    lineOf: (field, index) =>
      (field === 'components' || field === 'patches') &&
      index >= kustomization[field].length
        ? from
        : read.lineOf(field, index),
  };
}
