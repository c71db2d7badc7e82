import type { Node } from '@internal/gitops-model';
import type { NodeDetail } from '@internal/plugin-talos-nodes-common';
import type { KubernetesFacts } from '../kubernetes/toKubernetesFacts';
import type {
  MachineReading,
  WatchedListings,
} from '../machine/MachineReading';
import type { Metrics } from '../prometheus/toMetrics';

/** How asking a source went. */
export interface SourceHealth {
  /** ISO 8601; when it last answered. */
  observedAt?: string;
  /** Present while it does not. */
  failure?: { since: string; reason: string };
}

/** All that is known of one machine, by source; absent where the source is not configured. */
export interface NodeSources {
  platform: string;
  cluster: string;
  name: string;
  talos?: SourceHealth & {
    /** Whether the failure is this machine's own, and not that of the whole cluster. */
    isOwnFailure: boolean;
    reading?: MachineReading;
    watched: WatchedListings;
    /** ISO 8601. */
    bootedAt?: string;
  };
  /** Without facts where there is no such Node object. */
  kubernetes?: SourceHealth & { facts?: KubernetesFacts };
  git?: SourceHealth & { desired?: { node: Node; url: string } };
  prometheus?: SourceHealth & { metrics?: Metrics };
  /** Of its entity in the catalog. */
  place?: NodeDetail['place'];
  workloads?: NodeDetail['workloads'];
}
