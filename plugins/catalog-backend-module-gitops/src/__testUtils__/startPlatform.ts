import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { freePorts, startSandbox } from '@internal/sandbox';
import { exampleProfile } from './exampleProfile';

/** A platform whose repository is served by the sandbox's forge. */
export interface TestPlatform {
  /** Clone address, as its own manifests name it. */
  cloneUrl: string;
  /** Configuration of a portal that reads it. */
  config: JsonObject;
  /** Commits these files; null deletes one. Answers with the commit. */
  commit(files: Record<string, string | null>): Promise<string>;
  /** Lets Git on the forge fail, or answer again. */
  setReachable(reachable: boolean): void;
  stop(): Promise<void>;
}

export async function startPlatform(
  files: Record<string, string>,
): Promise<TestPlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'platform-'));
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, 'repositories', 'edgit-k8s', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  const sandbox = await startSandbox({
    ports: freePorts,
    repositories: join(folder, 'repositories'),
    stateDir: folder,
  });
  const url = `${sandbox.urls.forge}/edgit/edgit-k8s`;
  const { host } = new URL(url);
  return {
    cloneUrl: `${url}.git`,
    config: {
      backend: { workingDirectory: folder },
      integrations: {
        github: [
          {
            host,
            apiBaseUrl: `${sandbox.urls.forge}/api/v3`,
            token: sandbox.tokens.forge,
          },
        ],
      },
      platforms: {
        'edgit-k8s': {
          repository: { url, pollSeconds: 1 },
          clusters: [{ name: 'edgit' }],
          profile: exampleProfile,
        },
      },
    },
    commit: changed =>
      sandbox.world.commit({
        message: 'Change',
        author: 'petra',
        files: changed,
      }),
    setReachable(reachable) {
      if (reachable) sandbox.world.faults.clear({ system: 'git' });
      else sandbox.world.faults.set({ system: 'git', kind: 'unavailable' });
    },
    async stop() {
      await sandbox.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
