import { isRecord } from '../isRecord';
import type { SourceRef } from '../RepositoryModel';

/** The values a release gets, merged as Helm merges them, with where each mapping comes from. */
export class HelmValues {
  #value: Record<string, unknown> = {};
  readonly #sources = new WeakMap<object, SourceRef>();
  readonly releaseName: string;
  readonly namespace: string | undefined;

  constructor(release: { name: string; namespace: string | undefined }) {
    this.releaseName = release.name;
    this.namespace = release.namespace;
  }

  get value(): Record<string, unknown> {
    return this.#value;
  }

  /** Later values win; mappings are merged, lists are replaced. */
  add(
    values: Record<string, unknown>,
    sourceOf: (mapping: object) => SourceRef,
  ): void {
    this.#value = this.#merge(this.#value, values, sourceOf);
  }

  /** Takes a key out at the top, such as the values of a dependency that is off. */
  remove(key: string): void {
    const source = this.#sources.get(this.#value);
    this.#value = Object.fromEntries(
      Object.entries(this.#value).filter(([name]) => name !== key),
    );
    if (source) this.#sources.set(this.#value, source);
  }

  sourceOf(mapping: object): SourceRef | undefined {
    return this.#sources.get(mapping);
  }

  /** A text with the release's name and namespace put in. */
  expand(text: string): string {
    return text
      .replace(/\{\{-?\s*\.Release\.Name\s*-?\}\}/g, this.releaseName)
      .replace(/\{\{-?\s*\.Release\.Namespace\s*-?\}\}/g, match =>
        this.namespace === undefined ? match : this.namespace,
      );
  }

  #merge(
    base: Record<string, unknown>,
    over: Record<string, unknown>,
    sourceOf: (mapping: object) => SourceRef,
  ): Record<string, unknown> {
    const merged = new Map(Object.entries(base));
    for (const [key, value] of Object.entries(over)) {
      const existing = merged.get(key);
      merged.set(
        key,
        isRecord(value)
          ? this.#merge(isRecord(existing) ? existing : {}, value, sourceOf)
          : value,
      );
    }
    const mapping = Object.fromEntries(merged);
    this.#sources.set(mapping, sourceOf(over));
    return mapping;
  }
}
