import type { Finding } from '../../finding/Finding';

/** What a piece of work asked of the repository. */
export interface Looks {
  /** Files whose content it read, or found missing. */
  contents: Set<string>;
  /** Paths it asked for a file at. */
  files: Set<string>;
  /** Paths it asked for a directory at. */
  directories: Set<string>;
  /** Directories it listed. */
  lists: Set<string>;
  /** It went through the paths of all files. */
  all: boolean;
}

/** What a piece of work came to, with all that it depends on. */
export interface Memo<I, T> {
  input: I;
  looks: Looks;
  findings: readonly Finding[];
  reached: readonly string[];
  result: T;
}

/**
 * What pieces of work of one sort came to in the last reading and come to in
 * this one. What is not asked for in a reading is forgotten after it.
 */
export class Memos<I, T> {
  readonly #isSameInput: (one: I, other: I) => boolean;
  #last = new Map<string, Memo<I, T>>();
  #current = new Map<string, Memo<I, T>>();
  #reading = 0;

  constructor(isSameInput: (one: I, other: I) => boolean) {
    this.#isSameInput = isSameInput;
  }

  /** What the work came to last time, with this input or another one. */
  last(key: string): Memo<I, T> | undefined {
    return this.#last.get(key);
  }

  /** What the work came to where it had this input, in this reading or the last. */
  find(
    key: string,
    input: I,
  ): { memo: Memo<I, T>; isCurrent: boolean } | undefined {
    const current = this.#current.get(key);
    if (current && this.#isSameInput(current.input, input)) {
      return { memo: current, isCurrent: true };
    }
    const last = this.#last.get(key);
    return last && this.#isSameInput(last.input, input)
      ? { memo: last, isCurrent: false }
      : undefined;
  }

  keep(key: string, memo: Memo<I, T>): void {
    this.#current.set(key, memo);
  }

  /** Begins a reading. Memos are good for the one that follows theirs and for no later one. */
  enter(reading: number): void {
    if (reading === this.#reading) return;
    this.#last = reading === this.#reading + 1 ? this.#current : new Map();
    this.#current = new Map();
    this.#reading = reading;
  }
}
