import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BenchRepository } from './BenchRepository';
import { cycles, type Subject } from './measurements';

/** Commits that change one file each; the median of them is told. */
const changes = 9;

type Measurements = typeof import('./measurements');
interface Results {
  cycle: Awaited<ReturnType<Measurements['measureCycle']>>;
  floor: Awaited<ReturnType<Measurements['measureFloor']>>;
  model: Awaited<ReturnType<Measurements['measureModel']>>;
  profile: Awaited<ReturnType<Measurements['profileReading']>>;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { profile: { type: 'boolean', default: false } },
  });
  const sizes = positionals.length > 0 ? positionals : ['100', '1000', '5000'];
  for (const size of sizes) {
    const repository = await BenchRepository.create(Number(size));
    try {
      const commits = [repository.head()];
      for (let index = 0; index < changes; index++) {
        commits.push(await repository.change());
      }
      const subject = {
        directory: repository.directory,
        url: repository.url,
        commits,
      };
      if (values.profile) {
        console.log(await measure('profile', subject, repository));
      } else {
        await report(Number(size), subject, repository);
      }
    } finally {
      await repository.stop();
    }
  }
}

async function report(
  apps: number,
  subject: Subject,
  repository: BenchRepository,
) {
  const floor = await measure('floor', subject, repository);
  const model = await measure('model', subject, repository);
  const cycle = await measure('cycle', subject, repository);
  const rows: [string, string][] = [
    ['apps, documents', `${apps}, ${floor.documents}`],
    ['floor', `${round(floor.total)} ms, of it Git ${round(floor.git)} ms`],
    ['model', `${round(model.cold)} ms, of it Git ${round(model.git)} ms`],
    ['ratio', (model.cold / floor.total).toFixed(2)],
    [
      'of processor time',
      `${(model.processor / floor.processor).toFixed(2)}: ${round(model.processor)} ms to ${round(floor.processor)} ms`,
    ],
    ['one change', `${model.change.toFixed(1)} ms processor time`],
    ['no change', `${cycle.idle.toFixed(1)} ms processor time`],
    ['memory', `${round(model.memory)} MiB`],
    ['units, findings', `${model.units}, ${model.findings}`],
    ['entities', `${model.entities} in ${round(model.building)} ms`],
    [
      'fetches, HTTP',
      `${(counted.fetches / cycles).toFixed(1)}, ${(counted.requests / cycles).toFixed(1)} a cycle`,
    ],
  ];
  for (const [title, text] of rows) console.log(title.padEnd(18), text);
  console.log();
}

let counted = { requests: 0, fetches: 0 };

/** Runs one measurement in a process of its own. */
async function measure<N extends keyof Results>(
  name: N,
  subject: Subject,
  repository: BenchRepository,
): Promise<Results[N]> {
  const child = fork(join(__dirname, 'measure.ts'), {
    execArgv: process.execArgv,
  });
  const ended = once(child, 'exit');
  child.send({ name, subject });
  let result: Results[N] | undefined;
  child.on('message', (message: unknown) => {
    if (message === 'counting') {
      repository.asked = { requests: 0, fetches: 0 };
    } else if (message === 'counted') counted = repository.asked;
    else if (isResult<N>(message)) result = message.result;
  });
  await ended;
  if (!result) throw new Error(`the measurement ${name} failed`);
  return result;
}

function round(milliseconds: number): string {
  return milliseconds.toFixed(0);
}

function isResult<N extends keyof Results>(
  message: unknown,
): message is { result: Results[N] } {
  return typeof message === 'object' && message !== null && 'result' in message;
}

void main();
