import type { KustomizationFile } from './kustomizationSchema';
import type { Overlay } from './Overlay';

/**
 * A kustomization as Flux and Argo CD rewrite it before they build it: lists
 * are continued, single values replaced, an image named again is replaced.
 */
export function withOverlay(
  kustomization: KustomizationFile,
  overlay: Overlay | undefined,
): KustomizationFile {
  if (!overlay) return kustomization;
  const overlaid = new Set(overlay.images.map(({ name }) => name));
  return {
    ...kustomization,
    components: [...kustomization.components, ...overlay.components],
    namespace: overlay.namespace ?? kustomization.namespace,
    namePrefix: overlay.namePrefix ?? kustomization.namePrefix,
    nameSuffix: overlay.nameSuffix ?? kustomization.nameSuffix,
    images: [
      ...kustomization.images.filter(({ name }) => !overlaid.has(name)),
      ...overlay.images,
    ],
    patches: [...kustomization.patches, ...overlay.patches],
  };
}
