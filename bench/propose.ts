import { setTimeout as sleep } from 'node:timers/promises';
import {
  changeRequestDetailSchema,
  previewSchema,
  type FileEditDto,
} from '@internal/plugin-change-requests-common';
import {
  startPortal,
  type Portal,
} from '../plugins/change-requests-backend/src/__testUtils__/startPortal';
import { requests } from './propose/requests';
import { SimulatedForge } from './propose/SimulatedForge';
import { StockActions } from './propose/StockActions';

const latencies = [0, 100, 300];
const fileCounts = [3, 6, 30];
/** Runs of each; the median is told. */
const runs = 3;
const crowd = 50;
/** Tasks a scaffolder runs at once unless told otherwise. */
const stockConcurrency = 10;

async function main() {
  const forge = await SimulatedForge.start();
  const portal = await startPortal(forge, {
    profile: { repositoryUrls: [forge.repositoryUrl] },
    changeRequests: { pollSeconds: 2, observeSeconds: 3600, backoffSeconds: 2 },
  });
  const stock = new StockActions(forge);
  await portal.untilRead();
  let failed = false;
  try {
    // The first pull request of a repository makes the label, and of a process everything else.
    await measure({ forge, portal, stock, files: 6, latency: 0, run: 'warm' });
    for (const latency of latencies) {
      for (const files of fileCounts) {
        await compare({ forge, portal, stock, files, latency });
      }
    }
    failed = await press({ forge, portal, stock });
  } finally {
    await portal.stop();
    await forge.stop();
  }
  if (failed) process.exitCode = 1;
}

interface Contenders {
  forge: SimulatedForge;
  portal: Portal;
  stock: StockActions;
}

/** The same files by both, one after the other, several times. */
async function compare(
  options: Contenders & { files: number; latency: number },
) {
  const { files, latency } = options;
  const measured = [];
  for (let index = 0; index < runs; index += 1) {
    const run = `r${latency}-${files}-${index}`;
    measured.push(await measure({ ...options, run }));
  }
  const ours = median(measured.map(({ ours: { time } }) => time));
  const theirs = median(measured.map(({ theirs: { time } }) => time));
  const [{ ours: own, theirs: other }] = measured;
  console.log(
    `${files} files, ${latency} ms`.padEnd(18),
    `portal ${ours.toFixed(0)} ms, ${own.calls} calls and ${own.git} of Git;`,
    `stock ${theirs.toFixed(0)} ms, ${other.calls} calls;`,
    `ratio ${(theirs / ours).toFixed(1)}`,
  );
}

async function measure(
  options: Contenders & { files: number; latency: number; run: string },
) {
  const { forge, portal, stock, files, latency, run } = options;
  const body = requests[files](run);
  const answer = await portal.as('petra').post('/previews', body).expect(200);
  const { edits, findings, submittable } = previewSchema.parse(answer.body);
  if (!submittable || edits.length !== files) {
    throw new Error(
      `${edits.length} files instead of ${files}: ${findings.map(({ message }) => message).join(' ')}`,
    );
  }
  const prepared = await stock.prepare(run, edits);
  await forge.next({ latency });
  const submitted = Date.now();
  await propose(portal, body);
  const own = await forge.next({ latency });
  const started = Date.now();
  await prepared.open();
  const other = await forge.next({ latency: 0 });
  await prepared.clear();
  return {
    ours: { ...own, time: own.opened - submitted },
    theirs: { ...other, time: other.opened - started },
  };
}

/** From submit until the pull request stands, with its label and reviewer. */
async function propose(portal: Portal, body: object): Promise<void> {
  const client = portal.as('petra');
  const created = await client.post('/requests', body).expect(201);
  for (;;) {
    const answer = await client.get(`/requests/${created.body.id}`);
    const { state, failure } = changeRequestDetailSchema.parse(answer.body);
    if (state === 'open') return;
    if (failure) throw new Error(failure.message);
    await sleep(50);
  }
}

/** Many at once, on a forge that takes few writes a second. */
async function press({ forge, portal, stock }: Contenders): Promise<boolean> {
  const names = Array.from({ length: crowd }, (_, index) => `crowd-${index}`);
  const plans: FileEditDto[][] = [];
  for (const name of names) {
    const answer = await portal
      .as('petra')
      .post('/previews', requests[6](name));
    plans.push(previewSchema.parse(answer.body).edits);
  }
  const conditions = { latency: 100, writesPerSecond: 4 };
  await forge.next(conditions);
  const begun = performance.now();
  const ours = await Promise.allSettled(
    names.map(name => propose(portal, requests[6](name))),
  );
  const time = performance.now() - begun;
  const own = await forge.next(conditions);
  const prepared = await Promise.all(
    names.map((name, index) => stock.prepare(name, plans[index])),
  );
  const waiting = [...prepared];
  const theirs: PromiseSettledResult<void>[] = [];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: stockConcurrency }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        theirs.push(...(await Promise.allSettled([next.open()])));
      }
    }),
  );
  const stockTime = performance.now() - start;
  const other = await forge.next({ latency: 0 });
  await Promise.all(prepared.map(({ clear }) => clear()));
  for (const [title, results, spent, counts] of [
    ['portal', ours, time, own],
    ['stock', theirs, stockTime, other],
  ] as const) {
    console.log(
      `${crowd} at once, 4 writes a second: ${title} ${succeeded(results)} of ${crowd} in ${(spent / 1000).toFixed(1)} s, ${counts.calls} calls, ${counts.limited} refused`,
    );
    const reasons = results.flatMap(result =>
      result.status === 'rejected' ? [String(result.reason)] : [],
    );
    for (const reason of new Set(reasons)) console.log(`  ${reason}`);
  }
  return succeeded(ours) < crowd;
}

function succeeded(results: readonly PromiseSettledResult<unknown>[]): number {
  return results.filter(({ status }) => status === 'fulfilled').length;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
