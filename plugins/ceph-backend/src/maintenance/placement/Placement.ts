import type { LabelSelector, Requirement } from './matchesSelector';

export interface Toleration {
  /** Absent: any taint. */
  key?: string;
  operator?: string;
  value?: string;
  /** Absent: any effect. */
  effect?: string;
}

/** Where a pod may run. */
export interface Placement {
  nodeSelector: Readonly<Record<string, string>>;
  /** Required node affinity: one of these must match, all of it. */
  nodeTerms?: readonly (readonly Requirement[])[];
  tolerations: readonly Toleration[];
  /** Required: not where pods like these run. */
  apart: readonly { topologyKey: string; selector: LabelSelector }[];
  /** Required: spread over the values of a label. */
  spread: readonly {
    topologyKey: string;
    maxSkew: number;
    selector: LabelSelector;
  }[];
  /** It has required rules of another kind, or wants a device; neither is evaluated. */
  isUnevaluated: boolean;
}
