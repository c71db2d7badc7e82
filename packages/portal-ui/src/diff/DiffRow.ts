/** One line of a unified diff. */
export interface DiffRow {
  kind: 'context' | 'added' | 'removed';
  /** 1-based line number in the file before; absent for added lines. */
  before?: number;
  /** 1-based line number in the file after; absent for removed lines. */
  after?: number;
  /** Without its line feed. */
  text: string;
  /** The line this one replaces or is replaced by, where lines pair up. */
  counterpart?: string;
  /** The file ends here and without a line feed. */
  lacksNewline?: boolean;
}
