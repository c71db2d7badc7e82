import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../world/clock';
import type {
  KubernetesObject,
  Manifest,
  OwnerReference,
} from './KubernetesObject';
import { type ResourceType, toApiVersion } from './resourceTypes';
import { toUuid } from './toUuid';

/** One change of the store, at the resource version it made. */
export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  version: number;
  object: KubernetesObject;
  /** The object before it was modified. */
  previous?: KubernetesObject;
}

/** What is written: everything but what the store itself gives. */
export interface NewObject extends Manifest {
  metadata: Manifest['metadata'] & { ownerReferences?: OwnerReference[] };
}

/** The objects of one cluster, with a history that ends as etcd's does. */
export class ObjectStore {
  /** By type, then by namespace and name. */
  readonly #objects = new Map<string, Map<string, KubernetesObject>>();
  readonly #listeners = new Set<(event: StoreEvent) => void>();
  /** How many objects had the name so far, by type and key. */
  readonly #incarnations = new Map<string, number>();
  #events: StoreEvent[] = [];
  #version = 1_000;
  #undelivered: StoreEvent[] = [];

  constructor(
    private readonly options: {
      clock: Clock;
      /** Makes uids the store's own, and the same at every start. */
      cluster: string;
      /** How many changes a watch can catch up with before it is told 410. */
      historySize: number;
    },
  ) {}

  /** The resource version of the last change. */
  get version(): number {
    return this.#version;
  }

  /** Creates or replaces; an object equal to the one that is there changes nothing. */
  put(object: NewObject): KubernetesObject {
    const bucket = this.#bucket(object.apiVersion, object.kind);
    const key = toKey(object.metadata.namespace, object.metadata.name);
    const previous = bucket.get(key);
    const given = {
      uid: previous?.metadata.uid ?? this.#nextUid(object),
      creationTimestamp:
        previous?.metadata.creationTimestamp ?? this.#timestamp(),
      ...(object.spec !== undefined && {
        generation: toGeneration(object, previous),
      }),
    };
    const metadata = { ...object.metadata, ...given };
    if (
      previous &&
      isDeepStrictEqual(
        {
          ...object,
          metadata: {
            ...metadata,
            resourceVersion: previous.metadata.resourceVersion,
          },
        },
        previous,
      )
    ) {
      return previous;
    }
    const version = this.#version + 1;
    const stored: KubernetesObject = {
      ...object,
      metadata: { ...metadata, resourceVersion: String(version) },
    };
    bucket.set(key, stored);
    this.#record({
      type: previous ? 'MODIFIED' : 'ADDED',
      version,
      object: stored,
      previous,
    });
    return stored;
  }

  delete(object: Manifest): void {
    const bucket = this.#bucket(object.apiVersion, object.kind);
    const key = toKey(object.metadata.namespace, object.metadata.name);
    const stored = bucket.get(key);
    if (stored) {
      bucket.delete(key);
      const version = this.#version + 1;
      this.#record({
        type: 'DELETED',
        version,
        object: {
          ...stored,
          metadata: { ...stored.metadata, resourceVersion: String(version) },
        },
      });
    }
  }

  get(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject | undefined {
    return this.#bucket(toApiVersion(type), type.kind).get(
      toKey(namespace, name),
    );
  }

  /** Whether there ever was an object of the name, even if it is gone. */
  hasHeld(type: ResourceType, namespace: string | undefined, name: string) {
    return this.#incarnations.has(
      `${toApiVersion(type)}/${type.kind}|${toKey(namespace, name)}`,
    );
  }

  /** In the order of namespace and name. */
  list(type: ResourceType, namespace?: string): KubernetesObject[] {
    return [...this.#bucket(toApiVersion(type), type.kind)]
      .filter(
        ([, object]) =>
          namespace === undefined || object.metadata.namespace === namespace,
      )
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([, object]) => object);
  }

  /** Every object of every kind. */
  all(): KubernetesObject[] {
    return [...this.#objects.values()].flatMap(bucket => [...bucket.values()]);
  }

  /** What happened after the version; `expired` when the history no longer reaches back. */
  eventsAfter(version: number): StoreEvent[] | 'expired' {
    const oldest = this.#events[0]?.version ?? this.#version + 1;
    return version < oldest - 1
      ? 'expired'
      : this.#events.filter(event => event.version > version);
  }

  /**
   * Calls the listener for every change, in order; a change made by a listener
   * is told when the one before it has been told to all. Returns how to stop.
   */
  subscribe(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #record(event: StoreEvent) {
    this.#version = event.version;
    this.#events.push(event);
    if (this.#events.length > this.options.historySize) {
      this.#events = this.#events.slice(-this.options.historySize);
    }
    this.#undelivered.push(event);
    if (this.#undelivered.length === 1) {
      this.#deliver();
    }
  }

  #deliver() {
    let [event] = this.#undelivered;
    while (event) {
      for (const listener of [...this.#listeners]) {
        listener(event);
      }
      this.#undelivered.shift();
      [event] = this.#undelivered;
    }
  }

  #bucket(apiVersion: string, kind: string): Map<string, KubernetesObject> {
    const key = `${apiVersion}/${kind}`;
    const bucket =
      this.#objects.get(key) ?? new Map<string, KubernetesObject>();
    this.#objects.set(key, bucket);
    return bucket;
  }

  #nextUid({ apiVersion, kind, metadata }: NewObject): string {
    const key = `${apiVersion}/${kind}|${toKey(metadata.namespace, metadata.name)}`;
    const incarnation = (this.#incarnations.get(key) ?? 0) + 1;
    this.#incarnations.set(key, incarnation);
    return toUuid([this.options.cluster, key, incarnation]);
  }

  #timestamp() {
    return `${this.options.clock.now().toISOString().slice(0, 19)}Z`;
  }
}

/** Counts how often what is wanted of an object changed. */
function toGeneration(object: NewObject, previous?: KubernetesObject): number {
  const { generation = 1 } = previous?.metadata ?? {};
  return previous && !isDeepStrictEqual(object.spec, previous.spec)
    ? generation + 1
    : generation;
}

function toKey(namespace: string | undefined, name: string) {
  return `${namespace ?? ''}|${name}`;
}
