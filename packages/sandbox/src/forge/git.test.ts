import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorldEvent } from '../world/events';
import { startTestForge, type TestForge } from './__testUtils__/startTestForge';

describe('Git over smart HTTP', () => {
  let forge: TestForge;
  beforeAll(async () => {
    forge = await startTestForge();
  });
  afterAll(() => forge.stop());

  it('is cloned, fetched shallow and pushed to by the real client, and tells the world', async () => {
    const events: WorldEvent[] = [];
    const off = forge.world.events.on('branch-updated', event =>
      events.push(event),
    );
    const work = join(forge.folder, 'work');
    await forge.git('clone', '-q', forge.cloneUrl, work);
    expect(await forge.git('-C', work, 'ls-files')).toBe(
      'README.md\nk8s/apps/kustomization.yaml\nk8s/one/deployment.yaml',
    );
    const shallow = join(forge.folder, 'shallow');
    await forge.git(
      'clone',
      '-q',
      '--bare',
      '--depth=1',
      '--filter=blob:none',
      forge.cloneUrl,
      shallow,
    );

    await writeFile(join(work, 'README.md'), 'Changed by hand\n');
    const me = ['-c', 'user.name=Petra', '-c', 'user.email=petra@example.com'];
    await forge.git('-C', work, ...me, 'commit', '-qam', 'By hand');
    await forge.git('-C', work, 'push', '-q', 'origin', 'main', 'main:side');
    const pushed = await forge.git('-C', work, 'rev-parse', 'HEAD');

    expect(await forge.head()).toBe(pushed);
    const repository = 'edgit/edgit-k8s';
    expect(events).toEqual(
      expect.arrayContaining([
        { type: 'branch-updated', repository, branch: 'main', oid: pushed },
        { type: 'branch-updated', repository, branch: 'side', oid: pushed },
      ]),
    );
    await forge.git('-C', work, 'push', '-q', 'origin', ':side');
    expect(events.at(-1)).toEqual({
      type: 'branch-updated',
      repository,
      branch: 'side',
      oid: undefined,
    });
    off();
  });

  it('refuses strangers, writers without permission, and unknown repositories', async () => {
    const target = join(forge.folder, 'refused');
    const anonymous = `${forge.repositoryUrl}.git`;
    await expect(forge.git('clone', '-q', anonymous, target)).rejects.toThrow(
      /could not read Username/,
    );
    await expect(
      forge.git('clone', '-q', anonymous.replace('//', '//x:wrong@'), target),
    ).rejects.toThrow(/Authentication failed/);
    await expect(
      forge.git(
        'clone',
        '-q',
        forge.cloneUrl.replace('edgit-k8s', 'nothing'),
        target,
      ),
    ).rejects.toThrow(/not found/);

    const { forge: state } = forge.world;
    state.addAccount({ login: 'reader', name: 'Reader', permission: 'read' });
    const token = `read-${forge.tokens.forge}`;
    state.addToken(token, 'reader');
    const readOnly = anonymous.replace('//', `//x:${token}@`);
    await forge.git('clone', '-q', readOnly, target);
    await expect(
      forge.git('-C', target, 'push', '-q', 'origin', 'main:other'),
    ).rejects.toThrow(/403/);
  });

  it('keeps to the repositories it has', async () => {
    const authorization = `Bearer ${forge.tokens.forge}`;
    for (const path of [
      '/edgit/edgit-k8s.git/config',
      '/edgit/edgit-k8s.git/objects/../config',
      '/edgit/..%2f..%2fx.git/info/refs',
    ]) {
      const response = await fetch(`${forge.urls.forge}${path}`, {
        headers: { authorization },
      });
      expect({ path, status: response.status }).toEqual({ path, status: 404 });
    }
  });

  it('answers as the faults that are set say, and as before once they are cleared', async () => {
    const { faults } = forge.world;
    const remote = () => forge.git('ls-remote', forge.cloneUrl, 'main');
    faults.set({ system: 'git', kind: 'unavailable' });
    await expect(remote()).rejects.toThrow(/503/);
    faults.clear();
    faults.set({ system: 'git', kind: 'forbidden', times: 1 });
    await expect(remote()).rejects.toThrow(/403/);
    faults.set({ system: 'git', kind: 'malformed', times: 1 });
    await expect(remote()).rejects.toThrow(/Could not read|hung up/);
    faults.set({ system: 'git', kind: 'rate-limited', times: 1 });
    await expect(remote()).rejects.toThrow(/429/);
    expect(faults.list()).toEqual([]);
    expect(await remote()).toBe(`${await forge.head()}\trefs/heads/main`);
  });
});
