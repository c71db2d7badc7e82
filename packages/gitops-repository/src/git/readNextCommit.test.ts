import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitServer } from '../testUtils/GitServer';
import type { CommitReading } from './CommitReading';
import { readCommit } from './readCommit';
import { readNextCommit } from './readNextCommit';
import { runGit } from './runGit';

const maxFileBytes = 64;

type Change = Parameters<GitServer['commit']>[0];

/** Each is a commit on top of the one before. */
const changes: Record<string, Change> = {
  'an edit': { 'k8s/a/one.yaml': 'a: 2\n' },
  'a file with a content that is there': { 'k8s/c.yaml': 'a: 2\n' },
  'a move of a directory': {
    'k8s/a/one.yaml': null,
    'k8s/a/two.yaml': null,
    'k8s/z/one.yaml': 'a: 2\n',
    'k8s/z/two.yaml': 'b: 1\n',
  },
  'a file that becomes too large': { 'k8s/c.yaml': 'x'.repeat(65) },
  'a file that is no longer too large': { 'k8s/c.yaml': 'x'.repeat(64) },
  'bytes that are no text': { 'k8s/c.yaml': Uint8Array.of(0xff, 0x0a, 0x00) },
  'an empty file': { 'k8s/c.yaml': '' },
  'a link to a path that is also a text': {
    'plain.txt': 'k8s/c.yaml',
    link: { linkTo: 'k8s/c.yaml' },
  },
  'the text gone and the link left': { 'plain.txt': null },
  'a file in place of a directory': {
    'k8s/z/one.yaml': null,
    'k8s/z/two.yaml': null,
    'k8s/z.yaml': 'b: 1\n',
  },
  'names that Git would quote': { 'k8s/Ünïcode "x"\t.yaml': 'u: 1\n' },
  nothing: {},
};

jest.setTimeout(60_000);

describe('a commit after another one', () => {
  let server: GitServer;
  let directory: string;

  beforeAll(async () => {
    server = await GitServer.start();
    directory = mkdtempSync(join(tmpdir(), 'next-'));
    await git('init', '--bare', '--quiet');
  });

  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const signal = AbortSignal.timeout(60_000);

  async function git(...args: string[]): Promise<void> {
    await runGit(args, { directory, signal });
  }

  async function fetch(change: Change): Promise<string> {
    const commit = server.commit(change);
    await git('fetch', '--quiet', '--depth=1', `${server.url}.git`, commit);
    return commit;
  }

  const options = () => ({ git: { directory, signal }, maxFileBytes });

  async function expectSame(
    reading: CommitReading,
    commit: string,
  ): Promise<void> {
    const anew = await readCommit(commit, { ...options(), known: new Map() });
    expect(reading.snapshot.commit).toBe(commit);
    expect(reading.snapshot.files).toEqual(anew.snapshot.files);
    expect(reading.texts).toEqual(anew.texts);
    expect(reading.bytes).toBe(anew.bytes);
    for (const path of anew.snapshot.files.keys()) {
      expect([path, reading.snapshot.readText(path)]).toEqual([
        path,
        anew.snapshot.readText(path),
      ]);
    }
  }

  it('is read as a whole would be, whatever changed', async () => {
    const first = await fetch({
      'k8s/a/one.yaml': 'a: 1\n',
      'k8s/a/two.yaml': 'b: 1\n',
      'k8s/c.yaml': 'c: 1\n',
    });
    let last = await readCommit(first, { ...options(), known: new Map() });
    const readings = [last];
    for (const change of Object.values(changes)) {
      const commit = await fetch(change);
      last = await readNextCommit(commit, { ...options(), last });
      await expectSame(last, commit);
      readings.push(last);
    }
    // Backwards at one go, as after a forced push.
    await expectSame(
      await readNextCommit(first, { ...options(), last }),
      first,
    );
    // What was read before is what it was.
    expect(readings[0].snapshot.readText('k8s/a/one.yaml')).toBe('a: 1\n');
  });

  it('is read whole where the one before is not in the mirror', async () => {
    const commit = await fetch({ 'k8s/d.yaml': 'd: 1\n' });
    const reading = await readCommit(commit, {
      ...options(),
      known: new Map(),
    });
    const unknown = { ...reading.snapshot, commit: 'd'.repeat(40) };
    const next = await fetch({ 'k8s/d.yaml': 'd: 2\n' });
    const last = { ...reading, snapshot: unknown };
    await expectSame(await readNextCommit(next, { ...options(), last }), next);
  });

  it('refuses a tree without files, and one whose blob is not there', async () => {
    const commit = await fetch({ 'k8s/e.yaml': 'e: 1\n' });
    const last = await readCommit(commit, { ...options(), known: new Map() });
    const empty = server
      .git('commit-tree', server.write('tree', []), '-m', 'empty')
      .trim();
    const entry = Buffer.concat([
      Buffer.from('100644 gone.yaml\0'),
      Buffer.alloc(20, 0xab),
    ]);
    const broken = server
      .git('commit-tree', server.write('tree', [entry]), '-m', 'broken')
      .trim();
    // Past the transport, which would refuse the second.
    const there = {
      git: {
        directory: server.git('rev-parse', '--absolute-git-dir').trim(),
        signal,
      },
      last,
      maxFileBytes,
    };
    await expect(readNextCommit(empty, there)).rejects.toThrow('holds no file');
    await expect(readNextCommit(broken, there)).rejects.toThrow(
      `the mirror lacks the blob ${'ab'.repeat(20)}`,
    );
  });
});
