import { type ChildProcess, fork } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fuzzDirectories } from './__testUtils__/fuzzSubjects';
import type { FuzzReport } from './__testUtils__/fuzzWorker';

/** Over all repositories together. */
const mutations = 1000;
/**
 * A reading takes tens of milliseconds, and two seconds are more than it may
 * take; the rest is for a machine that is busy with other things.
 */
const watchdogMilliseconds = 20_000;
const startMilliseconds = 60_000;

const transform = resolve(
  __dirname,
  '../../../../node_modules/@backstage/cli/config/nodeTransform.cjs',
);
const subjects = Object.keys(fuzzDirectories);

jest.setTimeout(300_000);

/** One process that reads mutations of one repository, until it is stopped. */
class Reader {
  readonly #child: ChildProcess;

  constructor(subject: string) {
    this.#child = fork(
      join(__dirname, '__testUtils__/fuzzWorker.ts'),
      [subject],
      { execArgv: ['--no-warnings', '--require', transform] },
    );
  }

  async ready(): Promise<{ ready: number }> {
    return this.#answer(startMilliseconds);
  }

  async read(seed: number): Promise<FuzzReport> {
    this.#child.send(seed);
    return this.#answer(watchdogMilliseconds);
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }

  #answer<T>(milliseconds: number): Promise<T> {
    return new Promise((done, reject) => {
      const timer = setTimeout(() => {
        this.stop();
        reject(new Error('the reading does not end'));
      }, milliseconds);
      const settle = (act: () => void) => {
        clearTimeout(timer);
        this.#child.removeAllListeners();
        act();
      };
      this.#child.on('message', (message: T | { type: 'watch' }) => {
        // The TypeScript loader tells which files it loads.
        if (!isWatchMessage(message)) settle(() => done(message));
      });
      this.#child.once('exit', code =>
        settle(() => reject(new Error(`the reader ended with ${code}`))),
      );
    });
  }
}

function isWatchMessage(message: unknown): message is { type: 'watch' } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'watch'
  );
}

describe('the reader on damaged repositories', () => {
  it.each(subjects)(
    'neither crashes nor hangs on %s, and changes no other app',
    async subject => {
      const reader = new Reader(subject);
      try {
        const { ready: apps } = await reader.ready();
        const count = Math.ceil(mutations / subjects.length);
        const offset = subjects.indexOf(subject) * count;
        const reports: FuzzReport[] = [];
        for (let index = 0; index < count; index++) {
          reports.push(await reader.read(offset + index));
        }
        expect(
          reports.filter(({ crash, strays }) => crash || strays.length > 0),
        ).toEqual([]);
        const compared = reports.reduce(
          (sum, report) => sum + report.compared,
          0,
        );
        // Else too much is held for influenced, and nothing is proved.
        expect(compared).toBeGreaterThan((count * apps) / 2);
      } finally {
        reader.stop();
      }
    },
  );
});
