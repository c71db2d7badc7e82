import { randomBytes } from 'node:crypto';
import type { TalosVersion } from '../fleet/TalosVersion';
import type { Clock } from '../../world/clock';
import type { CosiResource } from './CosiResource';
import { ResourceCollection } from './ResourceCollection';
import {
  type ResourceType,
  resourceTypesOf,
  toDefinitionSpec,
} from './ResourceType';

/** A resource as somebody puts it; what is left out stays as it was. */
export interface NewResource {
  type: string;
  id: string;
  spec: unknown;
  /** Default: that of the type. */
  namespace?: string;
  owner?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  phase?: CosiResource['phase'];
  yamlSpec?: Uint8Array;
}

/** All resources of one node, as long as its machined runs. */
export class CosiState {
  readonly types: ReadonlyMap<string, ResourceType>;
  /** In front of each bookmark; those of another process are refused. */
  readonly cookie = randomBytes(8);
  readonly #collections = new Map<string, ResourceCollection>();
  readonly #clock: Clock;

  constructor(options: { version: TalosVersion; clock: Clock }) {
    this.#clock = options.clock;
    const types = resourceTypesOf(options.version);
    this.types = new Map(types.map(type => [type.type, type]));
    for (const type of types) {
      this.put({
        type: 'ResourceDefinitions.meta.cosi.dev',
        id: type.type.toLowerCase(),
        spec: toDefinitionSpec(type),
      });
    }
    for (const namespace of new Set(types.map(type => type.namespace))) {
      this.put({
        type: 'Namespaces.meta.cosi.dev',
        id: namespace,
        spec: { description: `Resources of ${namespace}.` },
      });
    }
  }

  collection(namespace: string, type: string): ResourceCollection {
    const key = `${namespace}/${type}`;
    const known = this.#collections.get(key);
    if (known) {
      return known;
    }
    const collection = new ResourceCollection(namespace, type);
    this.#collections.set(key, collection);
    return collection;
  }

  hasNamespace(namespace: string): boolean {
    return (
      this.collection('meta', 'Namespaces.meta.cosi.dev').get(namespace) !==
      undefined
    );
  }

  get(type: string, id: string): CosiResource | undefined {
    return this.#collectionOf(type)?.get(id);
  }

  list(type: string): CosiResource[] {
    return this.#collectionOf(type)?.list() ?? [];
  }

  /** Creates or updates. A type that this version of Talos does not have is left out. */
  put(input: NewResource): void {
    const collection = this.#collectionOf(input.type, input.namespace);
    if (!collection) {
      return;
    }
    const old = collection.get(input.id);
    const now = this.#clock.now();
    const [area = ''] = input.type.split('.').slice(1);
    collection.put({
      namespace: collection.namespace,
      type: input.type,
      id: input.id,
      version: (old?.version ?? 0) + 1,
      owner: input.owner ?? old?.owner ?? `${area}.Controller`,
      phase: input.phase ?? 'running',
      created: old?.created ?? now,
      updated: now,
      labels: input.labels ?? old?.labels ?? {},
      annotations: input.annotations ?? old?.annotations ?? {},
      spec: input.spec,
      yamlSpec: input.yamlSpec,
    });
  }

  destroy(type: string, id: string): void {
    this.#collectionOf(type)?.destroy(id);
  }

  #collectionOf(type: string, namespace?: string) {
    const known = this.types.get(type);
    return known && this.collection(namespace ?? known.namespace, type);
  }
}
