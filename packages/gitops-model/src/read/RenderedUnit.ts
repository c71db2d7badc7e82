import type { HelmValues } from './helm/HelmValues';
import type { Manifest } from './manifests/Manifest';
import type { DeploymentUnit } from './RepositoryModel';

/** A deployment unit with what it deploys. */
export interface RenderedUnit {
  unit: DeploymentUnit;
  /** Of the object the engine reconciles. */
  annotations: Record<string, string>;
  manifests: Manifest[];
  /** One per Helm release. */
  values: HelmValues[];
  /** The engine makes the namespace it deploys into where there is none. */
  createsNamespace?: boolean;
}
