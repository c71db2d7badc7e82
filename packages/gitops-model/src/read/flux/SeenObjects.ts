import type { Manifest } from '../manifests/Manifest';
import { isSameManifest } from '../memory/isSameManifest';
import type { ClusterObjects, ObjectLookup } from './ClusterObjects';
import type { VariableSource } from './VariableSource';

interface Seen {
  found: Manifest | undefined;
  again(objects: ClusterObjects): Manifest | undefined;
}

/** The objects of a cluster as one piece of work sees them; knows afterwards which it looked up. */
export class SeenObjects implements ObjectLookup {
  /** Absent once the work is done, so that no memo keeps them. */
  #objects: ClusterObjects | undefined;
  readonly #seen: Seen[] = [];

  constructor(objects: ClusterObjects) {
    this.#objects = objects;
  }

  get(
    kind: string,
    namespace: string | undefined,
    name: string,
  ): Manifest | undefined {
    return this.#look(objects => objects.get(kind, namespace, name));
  }

  getGenerated(
    namespace: string | undefined,
    name: string,
  ): Manifest | undefined {
    return this.#look(objects => objects.getGenerated(namespace, name));
  }

  variablesOf(configMap: Manifest): VariableSource {
    return this.#open.variablesOf(configMap);
  }

  /** Whether the same look-ups find the same objects now. */
  isSameIn(other: SeenObjects): boolean {
    const objects = other.#open;
    return this.#seen.every(({ found, again }) =>
      isSameManifest(found, again(objects)),
    );
  }

  /** Ends the work. */
  close(): void {
    this.#objects = undefined;
  }

  get #open(): ClusterObjects {
    if (!this.#objects) throw new Error('the work is done');
    return this.#objects;
  }

  #look(again: Seen['again']): Manifest | undefined {
    const found = again(this.#open);
    this.#seen.push({ found, again });
    return found;
  }
}
