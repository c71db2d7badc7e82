import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { size } from './storage/size';

const settledCycles = 5;
const requestsPerSecond = 50;
const seconds = 10;
const requestsAnew = 3;
/** A run takes a minute or two. */
const deadlineMinutes = 5;
const pages = {
  chain: '/chain?platform=bench&cluster=bench&node=machine-07',
  volumes: '/volumes?platform=bench&cluster=bench&limit=100',
  maintenance: '/maintenance/bench/bench',
  'one machine': '/maintenance/bench/bench/machine-07',
};

const messageSchema = z.union([
  z.object({ upstream: z.string() }),
  z.object({ url: z.string() }),
  /** Milliseconds that the portal has used. */
  z.object({ processor: z.number() }),
  z.object({
    cycle: z.object({
      milliseconds: z.number(),
      /** Of all machines, such as `safe`. */
      verdicts: z.array(z.string()),
      doubts: z.array(z.string()),
    }),
  }),
]);
type Message = z.infer<typeof messageSchema>;
type Cycle = Extract<Message, { cycle: unknown }>['cycle'];

async function main() {
  const upstreams = start('simulateStorage');
  const portal = start('serveStorage');
  try {
    upstreams.send('start');
    const upstream = await next(upstreams, message =>
      'upstream' in message ? message.upstream : undefined,
    );
    const cycles: Cycle[] = [];
    portal.on('message', raw => {
      const message = readMessage(raw);
      if (message && 'cycle' in message) cycles.push(message.cycle);
    });
    portal.send({ upstream });
    const url = await next(portal, message =>
      'url' in message ? message.url : undefined,
    );
    while (cycles.length <= settledCycles) await sleep(50);
    const costs = cycles.slice(1).map(({ milliseconds }) => milliseconds);
    const [{ verdicts, doubts }] = cycles.slice(-1);
    print(
      'size',
      `${size.osds} OSDs, ${size.placementGroups} groups, ${size.volumes} volumes, ${size.apps} apps`,
    );
    print('verdicts', [countEach(verdicts), ...doubts].join('; '));
    print(
      'cycle',
      `${percentile(costs, 0.5).toFixed(0)} ms processor time, at worst ${Math.max(...costs).toFixed(0)} ms; the first ${cycles[0].milliseconds.toFixed(0)} ms`,
    );
    for (const [name, path] of Object.entries(pages)) {
      const before = await readProcessor(portal);
      const page = await load(`${url}${path}`);
      const used = ((await readProcessor(portal)) - before) / page.length;
      const anew: number[] = [];
      for (let turn = 0; turn < requestsAnew; turn += 1) {
        anew.push(await ask(`${url}/anew${path}`));
      }
      const p95 = percentile(page, 0.95);
      const whole = percentile(anew, 0.5);
      print(
        name,
        `p50 ${percentile(page, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, processor ${used.toFixed(1)} ms; read anew ${whole.toFixed(0)} ms, ${(whole / p95).toFixed(0)} ×`,
      );
    }
  } finally {
    upstreams.kill();
    portal.kill();
  }
}

/** Such as `12 safe, 8 unknown`. */
function countEach(verdicts: readonly string[]): string {
  return [...new Set(verdicts)]
    .map(name => `${verdicts.filter(found => found === name).length} ${name}`)
    .join(', ');
}

async function readProcessor(portal: ChildProcess): Promise<number> {
  const answer = next(portal, message =>
    'processor' in message ? message.processor : undefined,
  );
  portal.send('processor');
  return answer;
}

function print(title: string, text: string) {
  console.log(title.padEnd(14), text);
}

function start(name: string): ChildProcess {
  return fork(join(__dirname, 'storage', `${name}.ts`), {
    execArgv: process.execArgv,
  });
}

async function next<T>(
  child: ChildProcess,
  pick: (message: Message) => T | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('a process of the measurement ended'));
    child.once('exit', fail);
    child.on('message', function take(raw) {
      const message = readMessage(raw);
      const picked = message && pick(message);
      if (picked === undefined) return;
      child.off('message', take);
      child.off('exit', fail);
      resolve(picked);
    });
  });
}

/** The loader of TypeScript sends messages as well. */
function readMessage(raw: unknown): Message | undefined {
  return messageSchema.safeParse(raw).data;
}

/** So many a second, whether those before were answered or not. */
async function load(url: string): Promise<number[]> {
  const answers: Promise<number>[] = [];
  for (let turn = 0; turn < requestsPerSecond * seconds; turn += 1) {
    answers.push(ask(url));
    await sleep(1000 / requestsPerSecond);
  }
  return Promise.all(answers);
}

async function ask(url: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return performance.now() - began;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Ends a run in which something never comes. */
function giveUp() {
  console.error(
    `The measurement was not over after ${deadlineMinutes} minutes. What is printed above is done; look at what comes next.`,
  );
  process.exit(1);
}

setTimeout(giveUp, deadlineMinutes * 60_000).unref();
void main();
