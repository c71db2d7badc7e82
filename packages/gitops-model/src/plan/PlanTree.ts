import { parseAllDocuments } from 'yaml';
import { editYaml } from '../edit/yaml/editYaml';
import { emitYaml, type YamlOutcome } from '../edit/yaml/emitYaml';
import type { YamlEdit } from '../edit/yaml/YamlEdit';
import { detectYamlStyle, type YamlStyle } from '../edit/yaml/YamlStyle';
import type { YamlValue } from '../edit/yaml/YamlValue';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { FileEdit } from './Plan';

/** Siblings whose style a new file looks at. */
const maxSiblings = 30;

/** A snapshot with what a plan has written so far. */
export class PlanTree {
  readonly #snapshot: RepositorySnapshot;
  readonly #written = new Map<string, string>();

  constructor(snapshot: RepositorySnapshot) {
    this.#snapshot = snapshot;
  }

  has(path: string): boolean {
    return this.#written.has(path) || this.#snapshot.files.has(path);
  }

  readText(path: string): string | undefined {
    return this.#written.get(path) ?? this.#snapshot.readText(path);
  }

  /** Documents of a YAML file; none where it is absent or broken. */
  readYaml(path: string): unknown[] {
    const text = this.readText(path);
    if (text === undefined) return [];
    const documents = [...parseAllDocuments(text)];
    if (documents.some(({ errors }) => errors.length > 0)) return [];
    try {
      return documents.map(document => document.toJS({ maxAliasCount: 100 }));
    } catch {
      return [];
    }
  }

  /** Files right inside a directory, sorted. */
  list(directory: string): string[] {
    const prefix = `${directory}/`;
    return [
      ...new Set([...this.#snapshot.files.keys(), ...this.#written.keys()]),
    ]
      .filter(
        path =>
          path.startsWith(prefix) && !path.slice(prefix.length).includes('/'),
      )
      .sort();
  }

  /** New files below a directory, in the order they were written. */
  created(directory: string): string[] {
    return [...this.#written.keys()].filter(
      path =>
        path.startsWith(`${directory}/`) && !this.#snapshot.files.has(path),
    );
  }

  writeText(path: string, text: string): void {
    this.#written.set(path, text);
  }

  /** Writes a new file in the style of its siblings. */
  createYaml(path: string, value: YamlValue): YamlOutcome {
    if (this.has(path)) {
      return { ok: false, reason: 'there is a file of that name already' };
    }
    const outcome = emitYaml(value, this.#siblingStyle(path));
    if (outcome.ok) this.writeText(path, outcome.text);
    return outcome;
  }

  /** Changes one document of a file that is there. */
  editYaml(path: string, edit: YamlEdit, index = 0): YamlOutcome {
    const text = this.readText(path);
    if (text === undefined) {
      return { ok: false, reason: 'there is no such text file' };
    }
    const outcome = editYaml(text, edit, index);
    if (outcome.ok) this.writeText(path, outcome.text);
    return outcome;
  }

  /** What was written, sorted by path, without files that stay as they were. */
  edits(): FileEdit[] {
    return [...this.#written]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([path, after]): FileEdit[] => {
        if (!this.#snapshot.files.has(path)) {
          return [{ kind: 'create', path, after }];
        }
        const before = this.#snapshot.readText(path) ?? '';
        return before === after
          ? []
          : [{ kind: 'change', path, before, after }];
      });
  }

  #siblingStyle(path: string): YamlStyle {
    const directory = path.slice(0, path.lastIndexOf('/') + 1);
    const base = path.slice(directory.length);
    const siblings = [...this.#snapshot.files.keys()]
      .filter(
        other =>
          /\.ya?ml$/.test(other) &&
          (other.endsWith(`/${base}`) ||
            other.slice(0, other.lastIndexOf('/') + 1) === directory),
      )
      .sort()
      .slice(0, maxSiblings);
    return detectYamlStyle(
      siblings.map(sibling => this.#snapshot.readText(sibling) ?? ''),
    );
  }
}
