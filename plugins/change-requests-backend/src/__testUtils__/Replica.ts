import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

const portSchema = z.object({ port: z.number() });

/** A replica of the portal in a process of its own, which comes back when it is killed. */
export class Replica {
  #child: ChildProcess | undefined;
  /** Where it answers, while it does. */
  url: string | undefined;

  constructor(
    private readonly options: { url: string; token: string; database: string },
  ) {}

  async start(): Promise<void> {
    const child = fork(
      join(__dirname, 'runReplica.ts'),
      [JSON.stringify(this.options)],
      {
        execArgv: [
          '--no-warnings',
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    );
    this.#child = child;
    const port = await new Promise<number>((resolve, reject) => {
      child.on('message', message => {
        // The loader of TypeScript sends messages, too.
        const told = portSchema.safeParse(message);
        if (told.success) resolve(told.data.port);
      });
      child.once('exit', code =>
        reject(new Error(`The replica ended with ${code}`)),
      );
    });
    this.url = `http://localhost:${port}`;
  }

  /** Without a chance to clean up. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    this.url = undefined;
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}
