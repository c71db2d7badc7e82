import { parseAllDocuments } from 'yaml';
import { appendDocument } from '../edit/yaml/appendDocument';
import { editYaml } from '../edit/yaml/editYaml';
import { emitYaml, type YamlOutcome } from '../edit/yaml/emitYaml';
import { removeDocument } from '../edit/yaml/removeDocument';
import type { YamlEdit } from '../edit/yaml/YamlEdit';
import { detectYamlStyle, type YamlStyle } from '../edit/yaml/YamlStyle';
import type { YamlValue } from '../edit/yaml/YamlValue';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { FileEdit } from './Plan';

/** Siblings whose style a new file looks at. */
const maxSiblings = 30;
/** Fewer tell too little. */
const fewSiblings = 3;

/** A snapshot with what a plan has written so far. */
export class PlanTree {
  readonly #snapshot: RepositorySnapshot;
  /** `undefined` for what was removed. */
  readonly #written = new Map<string, string | undefined>();
  /** Every block looks into the same few files. */
  readonly #readings = new Map<
    string,
    { text: string; documents: readonly unknown[] }
  >();
  /** All that are there, sorted, until one comes or goes. */
  #files?: readonly string[];
  /** Of the snapshot, sorted. */
  #yamlFiles?: readonly string[];
  /** Of the snapshot as a whole. */
  #style?: YamlStyle;

  constructor(snapshot: RepositorySnapshot) {
    this.#snapshot = snapshot;
  }

  has(path: string): boolean {
    return this.#written.has(path)
      ? this.#written.get(path) !== undefined
      : this.#snapshot.files.has(path);
  }

  readText(path: string): string | undefined {
    return this.#written.has(path)
      ? this.#written.get(path)
      : this.#snapshot.readText(path);
  }

  /** Documents of a YAML file; none where it is absent or broken. */
  readYaml(path: string): readonly unknown[] {
    const text = this.readText(path);
    if (text === undefined) return [];
    const known = this.#readings.get(path);
    if (known?.text === text) return known.documents;
    const documents = readDocuments(text);
    this.#readings.set(path, { text, documents });
    return documents;
  }

  /** Files right inside a directory, sorted. */
  list(directory: string): string[] {
    return this.listBelow(directory).filter(
      path => !path.slice(directory.length + 1).includes('/'),
    );
  }

  /** All files, sorted. */
  listAll(): readonly string[] {
    this.#files ??= [
      ...new Set([...this.#snapshot.files.keys(), ...this.#written.keys()]),
    ]
      .filter(path => this.has(path))
      .sort();
    return this.#files;
  }

  /** Files in a directory and in those below it, sorted. */
  listBelow(directory: string): string[] {
    return this.listAll().filter(path => path.startsWith(`${directory}/`));
  }

  /** New files below a directory, in the order they were written. */
  created(directory: string): string[] {
    return [...this.#written.keys()].filter(
      path =>
        path.startsWith(`${directory}/`) &&
        this.has(path) &&
        !this.#snapshot.files.has(path),
    );
  }

  writeText(path: string, text: string): void {
    if (!this.has(path)) this.#files = undefined;
    this.#written.set(path, text);
  }

  remove(path: string): void {
    this.#files = undefined;
    this.#written.set(path, undefined);
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

  /** Writes a manifest: as a new file, or behind what a file holds already. */
  addYaml(
    path: string,
    value: { readonly kind: string } & Readonly<Record<string, YamlValue>>,
  ): YamlOutcome {
    const text = this.readText(path);
    if (text === undefined) return this.createYaml(path, value);
    const outcome = appendDocument(text, value, this.#styleLike(path));
    if (outcome.ok) this.writeText(path, outcome.text);
    return outcome;
  }

  /** Takes one of several documents out of a file. */
  removeYaml(path: string, index: number): YamlOutcome {
    const outcome = removeDocument(this.readText(path) ?? '', index);
    if (outcome.ok) this.writeText(path, outcome.text);
    return outcome;
  }

  /** Changes one document of a file that is there. */
  editYaml(path: string, edit: YamlEdit, index = 0): YamlOutcome {
    const text = this.readText(path);
    if (text === undefined) {
      return { ok: false, reason: 'there is no such text file' };
    }
    const outcome = editYaml(text, edit, index, this.#styleLike(path));
    if (outcome.ok) this.writeText(path, outcome.text);
    return outcome;
  }

  /** What was written, sorted by path, without files that stay as they were. */
  edits(): FileEdit[] {
    return [...this.#written]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([path, after]): FileEdit[] => {
        if (!this.#snapshot.files.has(path)) {
          return after === undefined ? [] : [{ kind: 'create', path, after }];
        }
        const before = this.#snapshot.readText(path) ?? '';
        if (after === undefined) return [{ kind: 'delete', path, before }];
        return before === after
          ? []
          : [{ kind: 'change', path, before, after }];
      });
  }

  /** What a file follows in which it does not tell its own style. */
  #styleLike(path: string): YamlStyle {
    return this.#snapshot.files.has(path)
      ? { ...this.#repositoryStyle(), spacedKeys: undefined }
      : this.#siblingStyle(path);
  }

  /**
   * That of files of the same name and of the same directory, and of those of
   * neighbours alone, where they are enough to tell; without any, that of the
   * whole repository.
   */
  #siblingStyle(path: string): YamlStyle {
    const directory = path.slice(0, path.lastIndexOf('/') + 1);
    const base = path.slice(directory.length);
    const above = directory.replace(/[^/]+\/$/, '');
    const all = this.#listYaml();
    const siblings = all.filter(
      other =>
        other.endsWith(`/${base}`) ||
        other.slice(0, other.lastIndexOf('/') + 1) === directory,
    );
    if (siblings.length === 0) {
      // What schema a file has is told by its like alone.
      return { ...this.#repositoryStyle(), schemaComment: undefined };
    }
    const near = siblings.filter(other => other.startsWith(above));
    const chosen = near.length < fewSiblings ? siblings : near;
    const usual = this.#repositoryStyle();
    const style = detectYamlStyle(this.#textsOf(chosen), usual);
    // That one file lacks its last line end is an oversight, and no style.
    return chosen.length < fewSiblings
      ? { ...style, finalNewline: usual.finalNewline }
      : style;
  }

  #repositoryStyle(): YamlStyle {
    this.#style ??= detectYamlStyle(this.#textsOf(this.#listYaml()));
    return this.#style;
  }

  /** A plan writes many files, and a repository has tens of thousands. */
  #listYaml(): readonly string[] {
    this.#yamlFiles ??= [...this.#snapshot.files.keys()]
      .filter(path => /\.ya?ml$/.test(path))
      .sort();
    return this.#yamlFiles;
  }

  #textsOf(files: readonly string[]): string[] {
    return files
      .slice(0, maxSiblings)
      .map(file => this.#snapshot.readText(file) ?? '');
  }
}

function readDocuments(text: string): unknown[] {
  const documents = [...parseAllDocuments(text)];
  if (documents.some(({ errors }) => errors.length > 0)) return [];
  try {
    return documents.map(document => document.toJS({ maxAliasCount: 100 }));
  } catch {
    return [];
  }
}
