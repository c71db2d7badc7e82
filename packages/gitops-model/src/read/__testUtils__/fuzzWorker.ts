import { createSnapshot } from '../../snapshot/createSnapshot';
import type { RepositoryModel } from '../RepositoryModel';
import { readRepository } from '../readRepository';
import { readFuzzSubject } from './fuzzSubjects';
import { Influence } from './Influence';
import { type Files, mutateFiles } from './mutateFiles';

/** What is told of one reading. */
export interface FuzzReport {
  mutation: string;
  /** The reader threw. */
  crash?: string;
  /** Apps that changed though the mutation has no say in them. */
  strays: string[];
  /** Apps that were held against what they were. */
  compared: number;
  /** Processor time of the reading. */
  milliseconds: number;
}

/**
 * A process that is told seeds and answers each with a report, so that one
 * that does not end can be ended. It says `ready` first.
 */
const subject = readFuzzSubject(process.argv[2] ?? '');
const base = read(subject.files);
const before = appsOf(base);
const influence = new Influence(subject.files, base);

process.on('message', (seed: number) => {
  const mutation = mutateFiles(subject.files, seed);
  const report: FuzzReport = {
    mutation: `${subject.name} #${seed}: ${mutation.name}`,
    strays: [],
    compared: 0,
    milliseconds: 0,
  };
  const start = process.cpuUsage();
  try {
    const after = appsOf(read(mutation.files));
    const untouched = influence.untouched(mutation.changed);
    report.compared = untouched.length;
    report.strays = untouched.filter(app => before.get(app) !== after.get(app));
  } catch (error) {
    report.crash = error instanceof Error ? error.stack : String(error);
  }
  const { user, system } = process.cpuUsage(start);
  report.milliseconds = (user + system) / 1000;
  process.send?.(report);
});
process.send?.({ ready: before.size });

function read(files: Files): RepositoryModel {
  return readRepository(
    createSnapshot({
      commit: 'f'.repeat(40),
      files: Object.fromEntries(files),
    }),
    subject.profile,
  );
}

/** Units, routes, secrets and volumes of each app as one text. */
function appsOf(model: RepositoryModel): Map<string, string> {
  const texts = new Map<string, string[]>();
  for (const items of [
    model.units,
    model.routes,
    model.externalSecrets,
    model.volumeClaims,
  ]) {
    for (const item of items) {
      const key = `${item.cluster}/${item.app}`;
      texts.set(key, [...(texts.get(key) ?? []), JSON.stringify(item)]);
    }
  }
  return new Map(
    [...texts].map(([key, lines]) => [key, lines.sort().join('\n')]),
  );
}
