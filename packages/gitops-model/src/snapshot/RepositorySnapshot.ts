/** What Git says of one path at one commit. */
export interface SnapshotFile {
  /** Git blob id; equal ids mean equal bytes. */
  readonly oid: string;
  /** Bytes. */
  readonly size: number;
  readonly mode: 'file' | 'executable' | 'symlink' | 'submodule';
}

/** Every file of a GitOps repository at one commit. Immutable. */
export interface RepositorySnapshot {
  /** 40 hexadecimal digits. */
  readonly commit: string;
  /** By path relative to the repository root, with `/` between segments. */
  readonly files: ReadonlyMap<string, SnapshotFile>;
  /**
   * UTF-8 text of a regular file. `undefined` where the path is absent, is no
   * regular file, is not UTF-8, or is larger than the configured limit.
   */
  readText(path: string): string | undefined;
}
