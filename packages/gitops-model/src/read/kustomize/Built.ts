import type { HelmValues } from '../helm/HelmValues';
import type { Manifest } from '../manifests/Manifest';
import type { Chart } from '../RepositoryModel';

/** What a directory comes to. */
export interface Built {
  manifests: Manifest[];
  /** Of `helmCharts`, which are not rendered. */
  charts: Chart[];
  /** One per chart. */
  values: HelmValues[];
  /** False where the engine would refuse; a finding says why. */
  buildable: boolean;
}
