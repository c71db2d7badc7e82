import type { Finding } from '../finding/Finding';
import type { Profile } from '../profile/Profile';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { YamlDocument } from './documents/parseYaml';
import { parseYamlOnce } from './documents/parseYamlOnce';
import type { SourceRef } from './RepositoryModel';
import { withoutCredentials } from './withoutCredentials';

/** One pass over one snapshot: answers for files and gathers findings, each once. */
export class Reading {
  readonly snapshot: RepositorySnapshot;
  readonly profile: Profile;
  /** Files that some root includes. */
  readonly reached = new Set<string>();
  readonly #findings = new Map<string, Finding>();
  readonly #directories = new Map<string, string[]>();

  constructor(snapshot: RepositorySnapshot, profile: Profile) {
    this.snapshot = snapshot;
    this.profile = profile;
    for (const path of snapshot.files.keys()) this.#enter(path);
  }

  /** Sorted by file, line and code. */
  get findings(): Finding[] {
    return [...this.#findings.values()].sort(
      (a, b) =>
        (a.file ?? '').localeCompare(b.file ?? '') ||
        (a.line ?? 0) - (b.line ?? 0) ||
        a.code.localeCompare(b.code) ||
        a.message.localeCompare(b.message),
    );
  }

  report(finding: Omit<Finding, 'file' | 'line'>, source?: SourceRef): void {
    const message = withoutCredentials(finding.message);
    const placed: Finding = { ...finding, message, ...source };
    this.#findings.set(JSON.stringify(placed), placed);
  }

  isFile(path: string): boolean {
    return this.snapshot.files.has(path);
  }

  isDirectory(path: string): boolean {
    return this.#directories.has(path);
  }

  /** Paths of the files and directories right in a directory, sorted. */
  list(directory: string): string[] {
    return [...(this.#directories.get(directory) ?? [])].sort();
  }

  /**
   * The text of a file, or `undefined` with a finding. `from` is where the
   * file is asked for.
   */
  readText(path: string, from: SourceRef): string | undefined {
    this.reached.add(path);
    const file = this.snapshot.files.get(path);
    if (!file) {
      this.report(
        {
          code: 'missing-file',
          severity: 'error',
          message: `There is no file ${path}.`,
          fix: 'Add the file, or remove the line that asks for it.',
        },
        from,
      );
      return undefined;
    }
    const text = this.snapshot.readText(path);
    if (text === undefined) {
      this.report(
        {
          code: 'unreadable-file',
          severity: 'error',
          message: `${path} cannot be read: it is ${reasonUnreadable(file.mode)}.`,
          fix: 'Put a regular UTF-8 text file in its place.',
        },
        { file: path, line: 1 },
      );
    }
    return text;
  }

  /** The good documents of a YAML file; `complete` is false where one is bad, with a finding. */
  readYaml(
    path: string,
    from: SourceRef,
  ): { documents: YamlDocument[]; complete: boolean } {
    const text = this.readText(path, from);
    const oid = this.snapshot.files.get(path)?.oid;
    if (text === undefined || oid === undefined) {
      return { documents: [], complete: false };
    }
    const { documents, problems } = parseYamlOnce(oid, text);
    for (const { message, line } of problems) {
      this.report(
        {
          code: 'unreadable-file',
          severity: 'error',
          message: `${path} is not valid YAML: ${message}.`,
          fix: 'Correct the file; until then the document is left out.',
        },
        { file: path, line },
      );
    }
    return { documents, complete: problems.length === 0 };
  }

  #enter(path: string): void {
    let child = path;
    while (child !== '') {
      const slash = child.lastIndexOf('/');
      const parent = slash < 0 ? '' : child.slice(0, slash);
      const siblings = this.#directories.get(parent);
      if (siblings) {
        siblings.push(child);
        return;
      }
      this.#directories.set(parent, [child]);
      child = parent;
    }
  }
}

function reasonUnreadable(mode: string): string {
  if (mode === 'symlink') return 'a symbolic link, which is not followed';
  if (mode === 'submodule') return 'a submodule, which is not fetched';
  return 'not UTF-8 text, or too large';
}
