import type { Changes } from './Changes';

/** Where the files of a snapshot lie. Immutable. */
export class FileTree {
  /** Sorted. */
  readonly paths: readonly string[];
  /** What lies right in a directory; sorted. */
  readonly #directories: ReadonlyMap<string, readonly string[]>;

  private constructor(
    paths: readonly string[],
    directories: ReadonlyMap<string, readonly string[]>,
  ) {
    this.paths = paths;
    this.#directories = directories;
  }

  static of(files: Iterable<string>): FileTree {
    const paths = [...files].sort();
    const directories = new Map<string, Set<string>>();
    for (const path of paths) enter(directories, path);
    return new FileTree(
      paths,
      new Map(
        Array.from(directories, ([directory, children]) => [
          directory,
          [...children].sort(),
        ]),
      ),
    );
  }

  isDirectory(path: string): boolean {
    return this.#directories.has(path);
  }

  /** Paths of the files and directories right in a directory, sorted. */
  list(directory: string): readonly string[] {
    return this.#directories.get(directory) ?? [];
  }

  /**
   * The tree after files came and went, and the directories whose listing
   * changed by it. All other listings are shared.
   */
  after({ added, removed }: Changes): {
    tree: FileTree;
    relisted: ReadonlySet<string>;
  } {
    if (added.length === 0 && removed.length === 0) {
      return { tree: this, relisted: new Set() };
    }
    const directories = new Map(this.#directories);
    const touched = new Map<string, Set<string>>();
    const childrenOf = (directory: string): Set<string> => {
      const known = touched.get(directory);
      if (known) return known;
      const children = new Set(this.#directories.get(directory));
      touched.set(directory, children);
      return children;
    };
    for (const path of removed) {
      let child = path;
      while (child !== '') {
        const siblings = childrenOf(parentOf(child));
        siblings.delete(child);
        if (siblings.size > 0) break;
        child = parentOf(child);
      }
    }
    for (const path of added) {
      for (let child = path; child !== ''; child = parentOf(child)) {
        const siblings = childrenOf(parentOf(child));
        if (siblings.has(child)) break;
        siblings.add(child);
      }
    }
    for (const [directory, children] of touched) {
      if (children.size > 0) directories.set(directory, [...children].sort());
      else directories.delete(directory);
    }
    const gone = new Set(removed);
    const paths = [...this.paths.filter(path => !gone.has(path)), ...added];
    return {
      tree: new FileTree(paths.sort(), directories),
      relisted: new Set(touched.keys()),
    };
  }
}

function enter(directories: Map<string, Set<string>>, path: string): void {
  let child = path;
  while (child !== '') {
    const parent = parentOf(child);
    const siblings = directories.get(parent);
    if (siblings) {
      siblings.add(child);
      return;
    }
    directories.set(parent, new Set([child]));
    child = parent;
  }
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
