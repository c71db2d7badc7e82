import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  type RepositoryModel,
  RepositoryReader,
  type RepositorySnapshot,
} from '@internal/gitops-model';
import type { GitMirror } from './git/GitMirror';
import { isCorruption, isLocked } from './git/isCorruption';
import type { CommitReading } from './git/CommitReading';
import { readCommit } from './git/readCommit';
import { readNextCommit } from './git/readNextCommit';
import { toRepositoryFailure } from './git/toRepositoryFailure';
import type { GitopsRepository, RepositoryState } from './GitopsRepository';
import type { Platform } from './Platform';
import { untilAborted } from './untilAborted';

/** Longest pause between two tries while the remote fails, in seconds. */
const maxPauseSeconds = 60;
/** Commits between two tidyings of the mirror. */
const commitsPerTidying = 100;

/** Keeps the newest commit of a platform's branch in memory, and asks for newer ones in the background. */
export class MirroredRepository implements GitopsRepository {
  readonly platform: Platform;
  readonly #mirror: GitMirror;
  readonly #logger: LoggerService;
  readonly #listeners = new Set<(state: RepositoryState) => void>();
  readonly #stopping = new AbortController();
  readonly #reader: RepositoryReader;
  readonly #models = new WeakMap<RepositorySnapshot, RepositoryModel>();
  #state: RepositoryState = {};
  #reading: CommitReading | undefined;
  #started = false;
  #hasRecalled = false;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #failuresInRow = 0;
  #commits = 0;

  private constructor(options: {
    platform: Platform;
    mirror: GitMirror;
    logger: LoggerService;
  }) {
    this.platform = options.platform;
    this.#mirror = options.mirror;
    this.#reader = RepositoryReader.create(options.platform.profile);
    this.#logger = options.logger.child({ platform: options.platform.id });
  }

  static create(options: {
    platform: Platform;
    mirror: GitMirror;
    logger: LoggerService;
  }): MirroredRepository {
    return new MirroredRepository(options);
  }

  current(): RepositoryState {
    this.#start();
    return this.#state;
  }

  async refresh(options?: { signal?: AbortSignal }): Promise<RepositoryState> {
    this.#start();
    options?.signal?.throwIfAborted();
    await untilAborted(this.#cycle(), options?.signal);
    return this.#state;
  }

  onChange(listener: (state: RepositoryState) => void): () => void {
    this.#start();
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  read(snapshot: RepositorySnapshot): RepositoryModel {
    const known = this.#models.get(snapshot);
    if (known) return known;
    const model = this.#reader.read(snapshot);
    this.#models.set(snapshot, model);
    return model;
  }

  fileUrl(path: string, options: { commit: string; line?: number }): string {
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    const line = options.line === undefined ? '' : `#L${options.line}`;
    return `${this.platform.repository.url}/blob/${options.commit}/${encoded}${line}`;
  }

  commitUrl(commit: string): string {
    return `${this.platform.repository.url}/commit/${commit}`;
  }

  /** Ends the polling and what runs; the state stays as it is. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  #start(): void {
    if (this.#started) return;
    this.#started = true;
    void this.#poll();
  }

  async #poll(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      await (this.#running ?? this.#run());
      await pause(this.#pauseSeconds(), this.#stopping.signal);
    }
  }

  #pauseSeconds(): number {
    const { pollSeconds } = this.platform.repository;
    const longest = Math.max(pollSeconds, maxPauseSeconds);
    const doublings = Math.max(0, this.#failuresInRow - 1);
    return Math.min(pollSeconds * 2 ** doublings, longest);
  }

  /** A cycle that starts after this call; all calls of the same time share it. */
  #cycle(): Promise<void> {
    if (!this.#running) return this.#run();
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return this.#running ?? this.#run();
    });
    return this.#next;
  }

  #run(): Promise<void> {
    if (this.#stopping.signal.aborted) return Promise.resolve();
    this.#running = this.#observe().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #observe(): Promise<void> {
    try {
      if (!this.#hasRecalled) {
        this.#hasRecalled = true;
        await this.#recall(this.#deadline());
      }
      await this.#observeRemote(this.#deadline());
      this.#failuresInRow = 0;
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#fail(error);
    }
  }

  #deadline(): AbortSignal {
    return AbortSignal.any([
      this.#stopping.signal,
      AbortSignal.timeout(this.platform.repository.timeoutSeconds * 1000),
    ]);
  }

  /** Starts from what an earlier run of the portal has read. */
  async #recall(signal: AbortSignal): Promise<void> {
    const memory = await this.#mirror.recall();
    if (!memory) return;
    try {
      await this.#take(memory.commit, memory.observedAt, signal);
    } catch (error) {
      // A slow disk or a stop says nothing against the mirror.
      if (signal.aborted) return;
      this.#logger.warn(
        `The mirror cannot be read and is cloned anew: ${toError(error).message}`,
      );
      await this.#mirror.discard();
    }
  }

  async #observeRemote(signal: AbortSignal): Promise<void> {
    const observe = async () => {
      const commit = await this.#mirror.fetch(signal);
      const observedAt = new Date().toISOString();
      await this.#take(commit, observedAt, signal);
      await this.#mirror.remember({ commit, observedAt });
    };
    try {
      await observe();
    } catch (error) {
      const stale = this.#failuresInRow >= 3 && isLocked(error);
      if (signal.aborted || !(isCorruption(error) || stale)) throw error;
      this.#logger.warn(
        `The mirror may be corrupt and is cloned anew: ${toError(error).message}`,
      );
      await this.#mirror.renew(observe);
    }
  }

  async #take(
    commit: string,
    observedAt: string,
    signal: AbortSignal,
  ): Promise<void> {
    const last = this.#state.observation?.snapshot;
    if (last?.commit === commit) {
      const recovered = this.#state.failure !== undefined;
      this.#state = { observation: { snapshot: last, observedAt } };
      if (recovered) this.#tell();
      return;
    }
    const { maxFileBytes } = this.platform.repository;
    const git = { directory: this.#mirror.directory, signal };
    this.#reading = this.#reading
      ? await readNextCommit(commit, { git, last: this.#reading, maxFileBytes })
      : await readCommit(commit, { git, known: new Map(), maxFileBytes });
    const { snapshot } = this.#reading;
    this.#state = { observation: { snapshot, observedAt } };
    this.#logger.info(`Read commit ${commit}: ${snapshot.files.size} files`);
    this.#tell();
    this.#commits += 1;
    if (this.#commits % commitsPerTidying === 0) {
      await this.#mirror.tidy(signal);
    }
  }

  #fail(error: unknown): void {
    const before = this.#state.failure;
    const cause = toRepositoryFailure(error, this.platform);
    this.#failuresInRow += 1;
    this.#state = {
      ...this.#state,
      failure: { ...cause, since: before?.since ?? new Date().toISOString() },
    };
    if (before?.reason === cause.reason) return;
    this.#logger.warn(cause.reason, { code: cause.code });
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) {
      try {
        listener(this.#state);
      } catch (error) {
        this.#logger.error(
          'A listener of the repository failed',
          toError(error),
        );
      }
    }
  }
}

/** Waits without holding the process open; ends early when the signal aborts. */
async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>(resolve => {
    const timer = setTimeout(done, seconds * 1000);
    timer.unref();
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
