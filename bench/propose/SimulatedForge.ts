import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import type { ForgeConditions, ForgeCounts } from './serveForge';

const placeSchema = z.object({
  url: z.string(),
  token: z.string(),
  repositoryUrl: z.string(),
});
const countsSchema = z.object({
  calls: z.number(),
  git: z.number(),
  limited: z.number(),
  opened: z.number(),
});

/** The forge in its own process, and what may be told to it. */
export class SimulatedForge {
  private constructor(
    readonly url: string,
    readonly token: string,
    /** As the repository's own manifests name it. */
    readonly repositoryUrl: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(): Promise<SimulatedForge> {
    const child = fork(join(__dirname, 'serveForge.ts'), {
      execArgv: process.execArgv,
    });
    const { url, token, repositoryUrl } = await said(child, placeSchema);
    return new SimulatedForge(url, token, repositoryUrl, child);
  }

  /** Sets what holds from now on, and tells what was asked for since the last time. */
  async next(conditions: ForgeConditions): Promise<ForgeCounts> {
    const answered = said(this.child, countsSchema);
    this.child.send(conditions);
    return answered;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }
}

/** The next message of this shape; the loader of TypeScript sends others. */
function said<T>(child: ChildProcess, schema: z.ZodType<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const listen = (message: unknown) => {
      const parsed = schema.safeParse(message);
      if (!parsed.success) return;
      child.off('message', listen).off('exit', reject);
      resolve(parsed.data);
    };
    child.on('message', listen).once('exit', reject);
  });
}
