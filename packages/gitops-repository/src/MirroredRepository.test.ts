import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfiguredRepositories } from './ConfiguredRepositories';
import type { GitopsRepository } from './GitopsRepository';
import { GitServer } from './testUtils/GitServer';
import { exampleProfile } from './__testUtils__/exampleProfile';

const token = `token-${Math.random().toString(36).slice(2)}`;

describe('a mirrored repository', () => {
  let server: GitServer;
  let workingDirectory: string;
  const stops: (() => void | Promise<void>)[] = [];

  beforeEach(async () => {
    server = await GitServer.start();
    workingDirectory = mkdtempSync(join(tmpdir(), 'mirror-'));
  });

  afterEach(async () => {
    await Promise.all(stops.splice(0).map(stop => stop()));
    await server.stop();
    rmSync(workingDirectory, { recursive: true, force: true });
  });

  function open(
    options: {
      branch?: string;
      pollSeconds?: number;
      timeoutSeconds?: number;
      maxFileBytes?: number;
    } = {},
    credentials: object = { token },
  ): GitopsRepository {
    const { host } = new URL(server.url);
    const config = mockServices.rootConfig({
      data: {
        backend: { workingDirectory },
        integrations: {
          github: [
            { host, apiBaseUrl: `http://${host}/api/v3`, ...credentials },
          ],
        },
        platforms: {
          demo: {
            repository: { url: server.url, pollSeconds: 3600, ...options },
            clusters: [{ name: 'edgit' }],
            profile: exampleProfile,
          },
        },
      },
    });
    const repositories = ConfiguredRepositories.fromConfig(config, {
      logger: mockServices.logger.mock(),
      lifecycle: mockServices.rootLifecycle.mock({
        addShutdownHook: hook => stops.push(hook),
      }),
    });
    return repositories.get('demo');
  }

  async function close(): Promise<void> {
    await Promise.all(stops.splice(0).map(stop => stop()));
  }

  it('reads one commit whole: texts, ids, sizes and modes', async () => {
    const commit = server.commit({
      'k8s/a.yaml': 'a: 1\n',
      'ünïcode name.yaml': 'é\n',
      'binary.bin': new Uint8Array([0xff, 0xfe, 0]),
      'large.txt': 'x'.repeat(200),
    });
    const repository = open({ maxFileBytes: 100 });
    expect(repository.current()).toEqual({});

    const { observation, failure } = await repository.refresh();
    expect(failure).toBeUndefined();
    expect(observation?.snapshot.commit).toBe(commit);
    expect(observation?.snapshot.readText('k8s/a.yaml')).toBe('a: 1\n');
    expect(observation?.snapshot.readText('ünïcode name.yaml')).toBe('é\n');
    expect(observation?.snapshot.readText('binary.bin')).toBeUndefined();
    expect(observation?.snapshot.readText('large.txt')).toBeUndefined();
    expect(observation?.snapshot.readText('absent')).toBeUndefined();
    expect(observation?.snapshot.files.get('large.txt')).toMatchObject({
      size: 200,
      mode: 'file',
    });
    expect(observation?.snapshot.files.get('k8s/a.yaml')?.oid).toBe(
      server.git('rev-parse', 'main:k8s/a.yaml').trim(),
    );
    expect(repository.fileUrl('k8s/a b#.yaml', { commit, line: 3 })).toBe(
      `${server.url}/blob/${commit}/k8s/a%20b%23.yaml#L3`,
    );
  });

  it('proves itself by a header and keeps the credential off the disk', async () => {
    server.commit({ 'a.yaml': 'a: 1\n' });
    await open().refresh();
    const expected = `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
    expect(server.requests.length).toBeGreaterThan(0);
    for (const request of server.requests) {
      expect(request.headers.authorization).toBe(expected);
      expect(request.url).not.toContain(token);
    }
    const written = readdirSync(workingDirectory, {
      recursive: true,
      withFileTypes: true,
    })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
    expect(written.length).toBeGreaterThan(3);
    for (const bytes of written) {
      expect(bytes.includes(token)).toBe(false);
      expect(bytes.includes(expected)).toBe(false);
    }
  });

  it('waits for the credential no longer than for the remote', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    stops.push(() => {
      silent.closeAllConnections();
      silent.close();
    });
    await once(silent, 'listening');
    const address = silent.address();
    if (address === null || typeof address === 'string') throw new Error();
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    });
    const secret = {
      clientId: 'id',
      clientSecret: token,
      webhookSecret: token,
    };
    const repository = open(
      { timeoutSeconds: 1 },
      {
        apiBaseUrl: `http://127.0.0.1:${address.port}`,
        apps: [{ appId: 1, privateKey, ...secret }],
      },
    );
    const { failure } = await repository.refresh();
    expect(failure).toMatchObject({ code: 'timeout' });
  });

  it('lists links and does not follow them', async () => {
    server.commit({ 'a.yaml': 'a: 1\n', link: { linkTo: '/etc/passwd' } });
    const { observation } = await open().refresh();
    expect(observation?.snapshot.files.get('link')?.mode).toBe('symlink');
    expect(observation?.snapshot.readText('link')).toBeUndefined();
  });

  it('follows no redirect with its credential', async () => {
    server.commit({ 'a.yaml': 'a: 1\n' });
    const repository = open();
    server.fault = (_, response) =>
      response.writeHead(302, { location: 'http://127.0.0.1:1/x' }).end();
    const { observation, failure } = await repository.refresh();
    expect(observation).toBeUndefined();
    expect(failure?.code).toBe('redirected');
  });

  it('takes new commits, forced ones too, and tells its listeners', async () => {
    server.commit({ 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' });
    const repository = open({ pollSeconds: 1 });
    const seen: (string | undefined)[] = [];
    repository.onChange(state => seen.push(state.observation?.snapshot.commit));
    const first = await repository.refresh();

    const second = server.commit({ 'a.yaml': 'a: 2\n', 'b.yaml': null });
    await until(() => seen.includes(second));
    const snapshot = repository.current().observation?.snapshot;
    expect([...(snapshot?.files.keys() ?? [])]).toEqual(['a.yaml']);
    expect(snapshot?.readText('a.yaml')).toBe('a: 2\n');
    expect(first.observation?.snapshot.readText('b.yaml')).toBe('b: 1\n');

    const forced = server.commit({ 'a.yaml': 'a: 3\n' }, { amend: true });
    const { observation } = await repository.refresh();
    expect(observation?.snapshot.commit).toBe(forced);
    expect(seen).toEqual([first.observation?.snapshot.commit, second, forced]);
  });

  it('lets calls of the same time share one question, and asks again after one that had begun', async () => {
    server.commit({ 'a.yaml': 'a: 1\n' });
    const repository = open();
    await repository.refresh();
    const perCycle = await requestsOf(() => repository.refresh());

    const shared = await requestsOf(async () => {
      const running = repository.refresh();
      const commit = server.commit({ 'a.yaml': 'a: 2\n' });
      const later = await Promise.all(
        Array.from({ length: 10 }, () => repository.refresh()),
      );
      await running;
      for (const { observation } of later) {
        expect(observation?.snapshot.commit).toBe(commit);
      }
    });
    expect(shared).toBeLessThanOrEqual(2 * perCycle);

    async function requestsOf(work: () => Promise<unknown>): Promise<number> {
      const before = server.requests.length;
      await work();
      return server.requests.length - before;
    }
  });

  it.each([
    {
      code: 'branch-missing',
      fail: () => void server.git('update-ref', '-d', 'refs/heads/main'),
    },
    {
      code: 'empty-tree',
      fail: () => void server.commit({ 'a.yaml': null }),
    },
    { code: 'forbidden', fail: () => answer(403) },
    { code: 'forbidden', fail: () => answer(401) },
    { code: 'not-found', fail: () => answer(404) },
    { code: 'unreachable', fail: () => answer(503) },
    {
      code: 'unreachable',
      fail: () => {
        server.fault = request => request.socket.destroy();
      },
    },
    {
      code: 'timeout',
      fail: () => {
        server.fault = () => {};
      },
    },
    {
      // Git takes a page for the listing of a plain file server.
      code: 'branch-missing',
      fail: () => {
        server.fault = (_, response) => response.end('<html>Welcome</html>');
      },
    },
    {
      code: 'git-failed',
      fail: () => {
        server.fault = (request, response) =>
          response
            .setHeader(
              'content-type',
              request.method === 'GET'
                ? 'application/x-git-upload-pack-advertisement'
                : 'application/x-git-upload-pack-result',
            )
            .end('001e# service=git-upload-pack\n0000zzzz');
      },
    },
    {
      code: 'unreachable',
      fail: () => {
        server.commit({ 'a.yaml': 'a: 8\n' });
        server.cutAfterBytes = 40;
      },
    },
  ])('keeps the last snapshot and says $code', async ({ code, fail }) => {
    const commit = server.commit({ 'a.yaml': 'a: 1\n' });
    const repository = open({ timeoutSeconds: 2 });
    await repository.refresh();
    fail();

    const failed = await repository.refresh();
    expect(failed.failure?.code).toBe(code);
    expect(failed.failure?.reason).not.toContain(token);
    expect(failed.failure?.reason).toMatch(/\w{3}.*/);
    expect(failed.observation?.snapshot.commit).toBe(commit);
    const again = await repository.refresh();
    expect(again.failure?.since).toBe(failed.failure?.since);

    server.fault = undefined;
    server.cutAfterBytes = undefined;
    const recovered = server.commit({ 'a.yaml': 'a: 9\n' });
    const state = await repository.refresh();
    expect(state.failure).toBeUndefined();
    expect(state.observation?.snapshot.commit).toBe(recovered);
  });

  it('answers after a restart without the remote, with the age it had', async () => {
    const commit = server.commit({ 'a.yaml': 'a: 1\n' });
    const before = await open().refresh();
    await close();
    server.fault = request => request.socket.destroy();

    const state = await open().refresh();
    expect(state.observation?.snapshot.commit).toBe(commit);
    expect(state.observation?.snapshot.readText('a.yaml')).toBe('a: 1\n');
    expect(state.observation?.observedAt).toBe(before.observation?.observedAt);
    expect(state.failure?.code).toBe('unreachable');
  });

  it('does not show one branch for another after a restart', async () => {
    server.commit({ 'a.yaml': 'a: 1\n' });
    await open().refresh();
    await close();
    const state = await open({ branch: 'other' }).refresh();
    expect(state.observation).toBeUndefined();
    expect(state.failure?.code).toBe('branch-missing');
  });

  it.each(['running', 'restarted'])(
    'clones anew where the mirror is corrupt (%s)',
    async when => {
      server.commit({ 'a.yaml': 'a: 1\n' });
      let repository = open();
      await repository.refresh();
      if (when === 'restarted') await close();
      const home = join(
        workingDirectory,
        readdirSync(workingDirectory)[0],
        'demo',
        'mirror.git',
      );
      for (const entry of readdirSync(home, {
        recursive: true,
        withFileTypes: true,
      })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        if (path.includes('objects')) rmSync(path);
        else if (entry.name === 'HEAD') truncateSync(path);
      }
      if (when === 'restarted') repository = open();
      const commit = server.commit({ 'a.yaml': 'a: 2\n' });
      const state = await repository.refresh();
      expect(state.failure).toBeUndefined();
      expect(state.observation?.snapshot.commit).toBe(commit);
      expect(state.observation?.snapshot.readText('a.yaml')).toBe('a: 2\n');
    },
  );

  it.each([
    'object file ./objects/aa is corrupt',
    'no packfile\nfatal: not a git repository\nfatal: bad object HEAD',
    'ssl credential tls',
  ])('gives away nothing for what the remote says: %s', async words => {
    const commit = server.commit({ 'a.yaml': 'a: 1\n' });
    await open().refresh();
    await close();
    server.fault = (request, response) => {
      const line = `ERR ${words}`;
      const length = (line.length + 4).toString(16).padStart(4, '0');
      response
        .setHeader(
          'content-type',
          request.method === 'GET'
            ? 'application/x-git-upload-pack-advertisement'
            : 'application/x-git-upload-pack-result',
        )
        .end(`001e# service=git-upload-pack\n0000${length}${line}`);
    };
    const questions = server.requests.length;
    const state = await open().refresh();
    expect(state.failure?.code).toBe('git-failed');
    // The first cycle's question and the one that was waited for.
    expect(server.requests.length - questions).toBeLessThanOrEqual(2);
    await close();
    const after = await open().refresh();
    expect(after.observation?.snapshot.commit).toBe(commit);
    expect(after.observation?.snapshot.readText('a.yaml')).toBe('a: 1\n');
  });

  it('keeps the mirror where what is fetched to renew it cannot be read', async () => {
    const commit = server.commit({ 'a.yaml': 'a: 1\n' });
    await open().refresh();
    await close();
    // A tree whose entry is no tree: Git fetches it, and cannot list it.
    const blob = server.git('rev-parse', 'main:a.yaml').trim();
    const tree = server.write('tree', [
      Buffer.from('40000 directory\0'),
      Buffer.from(blob, 'hex'),
    ]);
    server.git(
      'update-ref',
      'refs/heads/main',
      server.git('commit-tree', tree, '-m', 'broken').trim(),
    );
    const state = await open().refresh();
    expect(state.failure?.code).toBe('git-failed');
    await close();
    server.fault = request => request.socket.destroy();
    const after = await open().refresh();
    expect(after.observation?.snapshot.commit).toBe(commit);
    expect(after.failure?.code).toBe('unreachable');
  });

  it('lets one caller go without ending the work of the others', async () => {
    const commit = server.commit({ 'a.yaml': 'a: 1\n' });
    const repository = open();
    const impatient = new AbortController();
    const left = repository.refresh({ signal: impatient.signal });
    const stays = repository.refresh();
    impatient.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    expect((await stays).observation?.snapshot.commit).toBe(commit);
  });

  function answer(status: number): void {
    server.fault = (_, response) => response.writeHead(status).end('no');
  }
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise(resolve => {
      setTimeout(resolve, 20);
    });
  }
}
