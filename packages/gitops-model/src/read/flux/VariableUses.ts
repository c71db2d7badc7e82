import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { SourceRef } from '../RepositoryModel';

/** Where objects first use a variable; their beginning where the use came from another file. */
export class VariableUses {
  readonly #reading: Reading;
  /** Lines by file and name, ascending. */
  readonly #lines = new Map<string, Map<string, number[]>>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  find({ source }: Manifest, name: string): SourceRef {
    const line = this.#linesIn(source.file)
      .get(name)
      ?.find(used => used >= source.line);
    return line === undefined ? source : { ...source, line };
  }

  #linesIn(file: string): Map<string, number[]> {
    const known = this.#lines.get(file);
    if (known) return known;
    const uses = new Map<string, number[]>();
    const text = this.#reading.textOf(file) ?? '';
    text.split('\n').forEach((line, index) => {
      for (const [, name] of line.matchAll(
        /(?<!\$)\$\{#?([\p{L}\p{Nd}_]+)/gu,
      )) {
        const lines = uses.get(name);
        if (lines) lines.push(index + 1);
        else uses.set(name, [index + 1]);
      }
    });
    this.#lines.set(file, uses);
    return uses;
  }
}
