import { Session } from 'node:inspector/promises';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  defaultMaxFileBytes,
  parseProfile,
  RepositoryReader,
} from '@internal/gitops-model';
import {
  type CommitReading,
  readCommit,
  readNextCommit,
} from '@internal/gitops-repository/git';
import { parseAllDocuments } from 'yaml';
import { GitMirror } from '../packages/gitops-repository/src/git/GitMirror';
import { MirroredRepository } from '../packages/gitops-repository/src/MirroredRepository';
import { buildEntities } from '../plugins/catalog-backend-module-gitops/src/buildEntities';
import { repositoryUrl } from './generateFiles';

/** What a measuring process is told. */
export interface Subject {
  directory: string;
  url: string;
  /** The commit, then others that change one file each. */
  commits: string[];
}

const profile = parseProfile(
  {
    engine: 'argocd',
    roots: [{ cluster: 'bench', path: 'k8s/root.yaml' }],
    destinations: [
      { server: 'https://kubernetes.default.svc', cluster: 'bench' },
    ],
    owners: { default: 'group:default/platform' },
  },
  repositoryUrl,
);

function read(
  { directory }: Subject,
  commit: string,
  last?: CommitReading,
): Promise<CommitReading> {
  const options = {
    git: { directory, signal: AbortSignal.timeout(600_000) },
    maxFileBytes: defaultMaxFileBytes,
  };
  return last
    ? readNextCommit(commit, { ...options, last })
    : readCommit(commit, { ...options, known: new Map() });
}

/** Milliseconds for what no reader can do without. */
export async function measureFloor(subject: Subject) {
  const before = process.cpuUsage();
  const start = performance.now();
  const { snapshot } = await read(subject, subject.commits[0]);
  const git = performance.now() - start;
  let documents = 0;
  for (const path of snapshot.files.keys()) {
    const text = snapshot.readText(path);
    if (text === undefined || !/\.ya?ml$/.test(path)) continue;
    for (const document of [...parseAllDocuments(text)]) {
      document.toJS();
      documents += 1;
    }
  }
  return {
    git,
    total: performance.now() - start,
    processor: milliseconds(process.cpuUsage(before)),
    documents,
  };
}

/** Milliseconds to a model from nothing, and from a model of the commit before; memory in MiB. */
export async function measureModel(subject: Subject) {
  const [first, ...changes] = subject.commits;
  const begin = process.cpuUsage();
  const start = performance.now();
  let reading = await read(subject, first);
  const git = performance.now() - start;
  const reader = RepositoryReader.create(profile);
  let model = reader.read(reading.snapshot);
  const cold = performance.now() - start;
  const processor = milliseconds(process.cpuUsage(begin));

  const times: number[] = [];
  for (const commit of changes) {
    const before = process.cpuUsage();
    reading = await read(subject, commit, reading);
    model = reader.read(reading.snapshot);
    times.push(milliseconds(process.cpuUsage(before)));
  }

  const building = performance.now();
  const { entities } = await buildEntities({
    repository: repositoryOf(subject, ''),
    snapshot: reading.snapshot,
    model,
    taken: new Set(),
  });
  return {
    git,
    cold,
    processor,
    change: median(times),
    memory: process.resourceUsage().maxRSS / 1024,
    units: model.units.length,
    findings: model.findings.length,
    entities: entities.length,
    building: performance.now() - building,
  };
}

/** Processor milliseconds of a cycle that finds nothing new. */
export async function measureCycle(subject: Subject) {
  const home = mkdtempSync(join(tmpdir(), 'bench-mirror-'));
  const repository = repositoryOf(subject, home);
  const cycle = async () => {
    const { observation } = await repository.refresh();
    if (!observation) throw new Error('the mirror holds no commit');
    repository.read(observation.snapshot);
  };
  try {
    await cycle();
    // Of the cold reading's rubbish, so that it is not counted.
    globalThis.gc?.();
    process.send?.('counting');
    const times: number[] = [];
    for (let index = 0; index < cycles; index++) {
      const before = process.cpuUsage();
      await cycle();
      times.push(milliseconds(process.cpuUsage(before)));
    }
    process.send?.('counted');
    return { idle: median(times) };
  } finally {
    await repository.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Cycles without a change that are measured. */
export const cycles = 9;

/** Writes processor profiles of a cold reading and of one after a change; answers with their paths. */
export async function profileReading(subject: Subject) {
  const [first, ...changes] = subject.commits;
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  const record = async (name: string, work: () => Promise<void>) => {
    await session.post('Profiler.start');
    await work();
    const { profile: recorded } = await session.post('Profiler.stop');
    const path = join(tmpdir(), `ingest-${name}.cpuprofile`);
    writeFileSync(path, JSON.stringify(recorded));
    return path;
  };
  const reader = RepositoryReader.create(profile);
  let reading = await read(subject, first);
  const cold = await record('cold', async () => {
    reader.read(reading.snapshot);
  });
  const change = await record('change', async () => {
    for (const commit of changes) {
      reading = await read(subject, commit, reading);
      reader.read(reading.snapshot);
    }
  });
  return { cold, change };
}

function repositoryOf(subject: Subject, home: string): MirroredRepository {
  const repository = {
    url: subject.url,
    branch: 'main',
    pollSeconds: 3600,
    timeoutSeconds: 600,
    maxFileBytes: defaultMaxFileBytes,
  };
  return MirroredRepository.create({
    platform: {
      id: 'bench',
      title: 'bench',
      repository,
      clusters: [{ name: 'bench' }],
      profile,
    },
    mirror: GitMirror.create({
      home,
      repository,
      authorize: async () => undefined,
    }),
    logger: silent,
  });
}

const silent: LoggerService = {
  error: message => process.stderr.write(`${message}\n`),
  warn: message => process.stderr.write(`${message}\n`),
  info: () => {},
  debug: () => {},
  child: () => silent,
};

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
