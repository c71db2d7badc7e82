import { isRecord } from '../isRecord';
import type { Manifest } from '../manifests/Manifest';
import { toVariableSource, type VariableSource } from './VariableSource';

/** Finds objects of one cluster. */
export interface ObjectLookup {
  get(
    kind: string,
    namespace: string | undefined,
    name: string,
  ): Manifest | undefined;
  /** A ConfigMap by its name, with or without the hash of a generator. */
  getGenerated(
    namespace: string | undefined,
    name: string,
  ): Manifest | undefined;
  /** What a ConfigMap holds, read once for all that use it. */
  variablesOf(configMap: Manifest): VariableSource;
}

/** Every object that the units of one cluster deploy, to look references up. */
export class ClusterObjects implements ObjectLookup {
  readonly #objects = new Map<string, Manifest>();
  /** ConfigMaps whose name kustomize gave a hash, by the name before it. */
  readonly #hashed = new Map<string, Manifest>();

  readonly #variables = new WeakMap<Manifest, VariableSource>();

  /** A later object takes the place of an earlier one of the same name. */
  add(manifests: readonly Manifest[]): void {
    for (const manifest of manifests) {
      const { kind, namespace, name } = manifest;
      this.#objects.set(keyOf(kind, namespace, name), manifest);
      const [, plain] = /^(.+)-[a-z0-9]{10}$/.exec(name) ?? [];
      if (kind === 'ConfigMap' && plain !== undefined) {
        this.#hashed.set(keyOf(kind, namespace, plain), manifest);
      }
    }
  }

  get(
    kind: string,
    namespace: string | undefined,
    name: string,
  ): Manifest | undefined {
    return this.#objects.get(keyOf(kind, namespace, name));
  }

  variablesOf(configMap: Manifest): VariableSource {
    const { data } = configMap.value;
    const known = this.#variables.get(configMap);
    const variables = known ?? toVariableSource(isRecord(data) ? data : {});
    this.#variables.set(configMap, variables);
    return variables;
  }

  getGenerated(
    namespace: string | undefined,
    name: string,
  ): Manifest | undefined {
    const key = keyOf('ConfigMap', namespace, name);
    return this.#objects.get(key) ?? this.#hashed.get(key);
  }
}

/** Names an object among those of its cluster. */
export function keyOf(
  kind: string,
  namespace: string | undefined,
  name: string,
): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}
