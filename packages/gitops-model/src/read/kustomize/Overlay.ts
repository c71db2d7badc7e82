import type { ImageChange, Patch } from './kustomizationSchema';

/**
 * What a GitOps engine puts on top of a kustomization before it builds it, in
 * the order kustomize applies its own fields.
 */
export interface Overlay {
  /** Relative to the directory that is built. */
  components: string[];
  namespace?: string;
  namePrefix?: string;
  nameSuffix?: string;
  images: ImageChange[];
  patches: Patch[];
}
