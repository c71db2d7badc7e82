import type { Terminal } from './Terminal';

/** 0: done and nothing is wrong; 1: done, and there are errors; 2: not done. */
export type ExitCode = 0 | 1 | 2;

/** What stands behind `platform <name>`. */
export interface Command {
  /** What `platform <name> --help` prints. */
  usage: string;
  /**
   * Runs on the arguments after the name.
   *
   * @throws UsageError, UnreadableError
   */
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}
