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
    const merged: Record<string, unknown> = { ...base };
    this.#sources.set(merged, sourceOf(over));
    for (const [key, value] of Object.entries(over)) {
      const existing = merged[key];
      if (isRecord(value)) {
        merged[key] = this.#merge(
          isRecord(existing) ? existing : {},
          value,
          sourceOf,
        );
      } else {
        merged[key] = value;
      }
    }
    return merged;
  }
}
