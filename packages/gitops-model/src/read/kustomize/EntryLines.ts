import type { SourceRef } from '../RepositoryModel';

/** Where the list entries of a kustomization stand; its first line for what is not found as written. */
export class EntryLines {
  readonly #file: string;
  readonly #lines = new Map<string, number>();

  constructor(file: string, text: string) {
    this.#file = file;
    text.split('\n').forEach((line, index) => {
      const [, entry] = /^\s*-\s+(.+?)\s*(?:\s#.*)?$/.exec(line) ?? [];
      if (entry === undefined) return;
      const name = entry.replace(/^(["'])(.*)\1$/, '$2');
      if (!this.#lines.has(name)) this.#lines.set(name, index + 1);
    });
  }

  of(entry: string): SourceRef {
    return { file: this.#file, line: this.#lines.get(entry) ?? 1 };
  }
}
