/** A branch of a repository points somewhere else; `oid` is missing when it was deleted. */
export interface BranchUpdated {
  type: 'branch-updated';
  /** `<owner>/<name>` */
  repository: string;
  branch: string;
  oid?: string;
}

/** A pull request was opened, or changed its state, its head or its reviews. */
export interface PullRequestChanged {
  type: 'pull-request-changed';
  /** `<owner>/<name>` */
  repository: string;
  number: number;
  state: 'open' | 'closed' | 'merged';
}

/** A machine went, came back, or runs another version of Talos. */
export interface MachineChanged {
  type: 'machine-changed';
  cluster: string;
  /** Name of its Node. */
  node: string;
  /** `silent`: nobody hears of it. */
  kubelet: 'ready' | 'not-ready' | 'silent';
  /** Such as `v1.12.6`. */
  talos: string;
  /** What Talos writes onto the Node. */
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

export type WorldEvent = BranchUpdated | PullRequestChanged | MachineChanged;

type EventOf<TType extends WorldEvent['type']> = Extract<
  WorldEvent,
  { type: TType }
>;

/** Tells the simulated systems what happened in the others. */
export interface WorldEvents {
  /** Calls the listener for every event of the type; returns how to stop. */
  on<TType extends WorldEvent['type']>(
    type: TType,
    listener: (event: EventOf<TType>) => void,
  ): () => void;
  emit(event: WorldEvent): void;
}

export function createWorldEvents(): WorldEvents {
  const listeners = new Set<(event: WorldEvent) => void>();
  return {
    on(type, listener) {
      const filtered = (event: WorldEvent) => {
        if (isOfType(event, type)) {
          listener(event);
        }
      };
      listeners.add(filtered);
      return () => {
        listeners.delete(filtered);
      };
    },
    emit(event) {
      for (const listener of listeners) {
        listener(event);
      }
    },
  };
}

function isOfType<TType extends WorldEvent['type']>(
  event: WorldEvent,
  type: TType,
): event is EventOf<TType> {
  return event.type === type;
}
