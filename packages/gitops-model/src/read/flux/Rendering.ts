import type { HelmValues } from '../helm/HelmValues';
import type { Manifest } from '../manifests/Manifest';
import type { Chart } from '../RepositoryModel';
import type { Kustomization } from './Kustomization';
import type { Placed } from './Placed';

/** A Kustomization with what it deploys, before its Helm releases are looked up. */
export interface Rendering {
  placed: Placed;
  /** Absent for a root that Git declares no Kustomization for. */
  kustomization?: Kustomization;
  manifests: Manifest[];
  charts: Chart[];
  values: HelmValues[];
  /** Directory of this repository. */
  path?: string;
  parent?: string;
  wired: boolean;
  buildable: boolean;
}
