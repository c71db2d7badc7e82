import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const settledCycles = 4;
const requestsPerSecond = 50;
const seconds = 10;
const naiveRequests = 3;

const messageSchema = z.union([
  z.object({ talosconfig: z.string() }),
  z.object({ url: z.string(), clusters: z.number() }),
  z.object({ memory: z.number() }),
  z.object({
    cycle: z.object({
      cluster: z.string(),
      milliseconds: z.number(),
      areAllRead: z.boolean(),
    }),
  }),
]);
type Message = z.infer<typeof messageSchema>;

async function main() {
  const { positionals } = parseArgs({ allowPositionals: true });
  const sizes = positionals.length > 0 ? positionals : ['10', '100', '1000'];
  for (const size of sizes) await report(Number(size));
}

async function report(count: number) {
  const stateDir = await mkdtemp(join(tmpdir(), 'bench-nodes-'));
  const machines = start('simulateMachines');
  const portal = start('serveMachines');
  try {
    machines.send({ count, stateDir });
    const { talosconfig } = await next(machines, 'talosconfig');
    const began = performance.now();
    const cycles = collectCycles(portal);
    portal.send({ count, talosconfig });
    const { url, clusters } = await next(portal, 'url');
    await until(() => cycles.haveSettled(clusters, 0));
    const first = performance.now() - began;
    await until(() => cycles.haveSettled(clusters, settledCycles));
    const settled = cycles.listSettled();
    portal.send('memory');
    const { memory } = await next(portal, 'memory');
    const page = await load(`${url}/nodes`);
    const naive: number[] = [];
    for (let turn = 0; turn < naiveRequests; turn += 1) {
      naive.push(await ask(`${url}/fan-out`));
    }
    const p95 = percentile(page, 0.95);
    const rows: [string, string][] = [
      ['machines', String(count)],
      ['first reading', `${first.toFixed(0)} ms`],
      [
        'cycle',
        `${percentile(settled, 0.5).toFixed(0)} ms, at worst ${Math.max(...settled).toFixed(0)} ms`,
      ],
      [
        'page',
        `p50 ${percentile(page, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
      ],
      ['fan-out', `${percentile(naive, 0.5).toFixed(0)} ms`],
      ['ratio', `${(percentile(naive, 0.5) / p95).toFixed(0)} ×`],
      ['memory', `${memory.toFixed(1)} MiB`],
    ];
    for (const [title, text] of rows) console.log(title.padEnd(14), text);
    console.log();
  } finally {
    machines.kill();
    portal.kill();
    await rm(stateDir, { recursive: true, force: true });
  }
}

function start(name: string): ChildProcess {
  return fork(join(__dirname, 'nodes', `${name}.ts`), {
    execArgv: process.execArgv,
  });
}

async function next<K extends 'talosconfig' | 'url' | 'memory'>(
  child: ChildProcess,
  key: K,
): Promise<Extract<Message, Record<K, unknown>>> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('a process of the measurement ended'));
    child.once('exit', fail);
    child.on('message', function take(raw) {
      const message = readMessage(raw);
      if (!message || !hasKey(message, key)) return;
      child.off('message', take);
      child.off('exit', fail);
      resolve(message);
    });
  });
}

/** The loader of TypeScript sends messages as well. */
function readMessage(raw: unknown): Message | undefined {
  return messageSchema.safeParse(raw).data;
}

function hasKey<K extends string>(
  message: Message,
  key: K,
): message is Extract<Message, Record<K, unknown>> {
  return key in message;
}

/** The cycles of each cluster after the one by which every machine that answers was read. */
function collectCycles(child: ChildProcess) {
  const cycles = new Map<string, number[]>();
  child.on('message', raw => {
    const message = readMessage(raw);
    if (!message || !('cycle' in message)) return;
    const { cluster, milliseconds, areAllRead } = message.cycle;
    const settled = cycles.get(cluster);
    if (settled) settled.push(milliseconds);
    else if (areAllRead) cycles.set(cluster, []);
  });
  return {
    haveSettled: (clusters: number, count: number) =>
      cycles.size === clusters &&
      [...cycles.values()].every(({ length }) => length >= count),
    listSettled: () => [...cycles.values()].flat(),
  };
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

/** Reads every byte, and leaves it compressed: whoever asks decompresses on a computer of their own. */
async function ask(url: string): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip' };
    get(url, { headers }, response => {
      if (response.statusCode !== 200) {
        reject(new Error(`${url} answered ${response.statusCode}`));
      }
      response.on('error', reject);
      response.on('end', () => resolve(performance.now() - began));
      response.resume();
    }).on('error', reject);
  });
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(50);
}

void main();
