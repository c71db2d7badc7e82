import type { Finding } from '../finding/Finding';
import type { Profile } from '../profile/Profile';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { ParsedYaml, YamlDocument } from './documents/parseYaml';
import { parseYamlOnce } from './documents/parseYamlOnce';
import type { Changes } from './memory/Changes';
import { FileTree } from './memory/FileTree';
import { isSame } from './memory/isSame';
import type { Looks, Memos } from './memory/Memos';
import type { SourceRef } from './RepositoryModel';
import { withoutCredentials } from './withoutCredentials';

/** How a snapshot differs from the one that was read before it. */
export interface Since {
  /** Counts the readings. */
  reading: number;
  changes: Changes;
  /** Directories that list something else, came or went. */
  relisted: ReadonlySet<string>;
}

interface Recording {
  looks: Looks;
  findings: Finding[];
  reached: string[];
}

/** One pass over one snapshot: answers for files and gathers findings. */
export class Reading {
  readonly profile: Profile;
  readonly #snapshot: RepositorySnapshot;
  readonly #tree: FileTree;
  readonly #since: Since | undefined;
  /** A list per piece of work. */
  #reached: (readonly string[])[] = [];
  readonly #findings: Finding[] = [];
  /** Records the work that is done now, where it is to be remembered. */
  #recording: Recording | undefined;

  constructor(
    snapshot: RepositorySnapshot,
    profile: Profile,
    {
      tree = FileTree.of(snapshot.files.keys()),
      since,
    }: { tree?: FileTree; since?: Since } = {},
  ) {
    this.profile = profile;
    this.#snapshot = snapshot;
    this.#tree = tree;
    this.#since = since;
  }

  /** As they were reported; the same may be there twice. */
  get findings(): readonly Finding[] {
    return this.#findings;
  }

  /** Files that some unit or root includes so far, list by list; a list that is as in the last reading is the same object. */
  get reached(): readonly (readonly string[])[] {
    return [...this.#reached];
  }

  /** Paths of all files, sorted. */
  get paths(): readonly string[] {
    if (this.#recording) this.#recording.looks.all = true;
    return this.#tree.paths;
  }

  report(finding: Omit<Finding, 'file' | 'line'>, source?: SourceRef): void {
    const message = withoutCredentials(finding.message);
    const placed: Finding = { ...finding, message, ...source };
    this.#findings.push(placed);
    this.#recording?.findings.push(placed);
  }

  isFile(path: string): boolean {
    this.#recording?.looks.files.add(path);
    return this.#snapshot.files.has(path);
  }

  isDirectory(path: string): boolean {
    this.#recording?.looks.directories.add(path);
    return this.#tree.isDirectory(path);
  }

  /** Paths of the files and directories right in a directory, sorted. */
  list(directory: string): readonly string[] {
    this.#recording?.looks.lists.add(directory);
    return this.#tree.list(directory);
  }

  /** Counts a file as included. */
  reach(path: string): void {
    if (this.#recording) this.#recording.reached.push(path);
    else this.#reached.push([path]);
  }

  /** Does work after which the same files are included as before it. */
  withoutReaching<T>(work: () => T): T {
    const before = [...this.#reached];
    const result = work();
    this.#reached = before;
    return result;
  }

  /** The text of a file as it is, without a word where there is none. */
  textOf(path: string): string | undefined {
    this.#recording?.looks.contents.add(path);
    return this.#snapshot.readText(path);
  }

  /** A YAML file as it is, without a word where it is not good. */
  parsedOf(path: string): ParsedYaml | undefined {
    const text = this.textOf(path);
    const oid = this.#snapshot.files.get(path)?.oid;
    return text === undefined || oid === undefined
      ? undefined
      : parseYamlOnce(oid, text);
  }

  /**
   * The text of a file, or `undefined` with a finding. `from` is where the
   * file is asked for.
   */
  readText(path: string, from: SourceRef): string | undefined {
    this.reach(path);
    const text = this.textOf(path);
    const file = this.#snapshot.files.get(path);
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
    const parsed = text === undefined ? undefined : this.parsedOf(path);
    if (!parsed) return { documents: [], complete: false };
    const { documents, problems } = parsed;
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

  /**
   * What a piece of work comes to: as it was remembered, where its input and
   * all that it looked at are the same. Its findings are reported and its
   * files reached either way. `input` must hold everything that the work
   * depends on besides what it asks this reading; no such work is part of
   * another.
   */
  remember<I, T>(
    memos: Memos<I, T>,
    key: string,
    input: I,
    work: (last: T | undefined) => T,
  ): T {
    if (this.#recording) {
      throw new Error('remembered work is never part of other such work');
    }
    memos.enter(this.#since?.reading ?? 0);
    const known = memos.find(key, input);
    if (known && (known.isCurrent || this.#stands(known.memo.looks))) {
      const { memo } = known;
      this.#reached.push(memo.reached);
      for (const finding of memo.findings) this.#findings.push(finding);
      if (!known.isCurrent) memos.keep(key, memo);
      return memo.result;
    }
    const recording: Recording = {
      looks: {
        contents: new Set<string>(),
        files: new Set<string>(),
        directories: new Set<string>(),
        lists: new Set<string>(),
        all: false,
      },
      findings: [],
      reached: [],
    };
    this.#recording = recording;
    try {
      const last = memos.last(key);
      const result = work(last?.result);
      const reached = isSame(last?.reached, recording.reached)
        ? (last?.reached ?? recording.reached)
        : recording.reached;
      this.#reached.push(reached);
      memos.keep(key, { ...recording, reached, input, result });
      return result;
    } finally {
      this.#recording = undefined;
    }
  }

  /** Whether all of it would be answered as in the last reading. */
  #stands({ contents, files, directories, lists, all }: Looks): boolean {
    if (!this.#since) return false;
    const { changes, relisted } = this.#since;
    if (!isDisjoint(contents, changes.contents)) return false;
    if (changes.added.length === 0 && changes.removed.length === 0) return true;
    return (
      !all &&
      // A path that is another kind of thing now came or went as a file.
      isDisjoint(files, changes.contents) &&
      isDisjoint(lists, relisted) &&
      isDisjoint(directories, relisted)
    );
  }
}

function isDisjoint(
  some: ReadonlySet<string>,
  others: ReadonlySet<string>,
): boolean {
  const [fewer, more] =
    some.size < others.size ? [some, others] : [others, some];
  for (const item of fewer) if (more.has(item)) return false;
  return true;
}

function reasonUnreadable(mode: string): string {
  if (mode === 'symlink') return 'a symbolic link, which is not followed';
  if (mode === 'submodule') return 'a submodule, which is not fetched';
  return 'not UTF-8 text, or too large';
}
