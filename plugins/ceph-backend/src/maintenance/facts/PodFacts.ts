import type { AppReference } from '@internal/plugin-ceph-common';
import type { LabelSelector } from '../placement/matchesSelector';
import type { Placement } from '../placement/Placement';
import type { Resources } from './MachineFacts';

export interface PodFacts {
  namespace: string;
  name: string;
  labels: Readonly<Record<string, string>>;
  /** Absent while it waits for one. */
  node?: string;
  /**
   * What becomes of it when its machine is drained: `moves` by its controller,
   * stays with the machine (`daemon`, `static`), or is gone (`bare`).
   */
  kind: 'moves' | 'daemon' | 'static' | 'bare';
  ready: boolean;
  app: AppReference;
  requests: Resources;
  placement: Placement;
  /** Ports it takes from its machine, such as `TCP/443`. */
  hostPorts: readonly string[];
  /** Folders of its machine that it may keep data in; they do not move with it. */
  hostFolders: readonly string[];
}

export interface BudgetFacts {
  namespace: string;
  name: string;
  /** Absent where it selects no pod; an empty one selects all of its namespace. */
  selector?: LabelSelector;
  /** How many pods may go now; absent until Kubernetes has counted. */
  allowed?: number;
}
