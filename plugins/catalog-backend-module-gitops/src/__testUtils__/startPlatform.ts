import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { GitServer } from '@internal/gitops-repository/testUtils';
import { exampleProfile } from './exampleProfile';

/** A platform whose repository is served by Git over HTTP. */
export interface TestPlatform {
  /** Clone address, as its own manifests name it. */
  cloneUrl: string;
  server: GitServer;
  /** Its entry under `platforms:`. */
  entry: JsonObject;
  /** Configuration of a portal that reads it alone. */
  config: JsonObject;
  /** Commits these files; null deletes one. Answers with the commit. */
  commit(files: Record<string, string | null>): Promise<string>;
  /** Lets Git on the forge fail, or answer again. */
  setReachable(reachable: boolean): void;
  stop(): Promise<void>;
}

export async function startPlatform(
  filesOf: (cloneUrl: string) => Record<string, string>,
  entry: JsonObject = {
    clusters: [{ name: 'edgit' }],
    profile: exampleProfile,
  },
  pollSeconds = 3600,
): Promise<TestPlatform> {
  const workingDirectory = mkdtempSync(join(tmpdir(), 'platform-'));
  const server = await GitServer.start();
  const cloneUrl = `${server.url}.git`;
  server.commit(filesOf(cloneUrl));
  const platform = {
    ...entry,
    repository: { url: server.url, pollSeconds },
  };
  return {
    cloneUrl,
    server,
    entry: platform,
    config: {
      backend: { workingDirectory },
      platforms: { 'edgit-k8s': platform },
    },
    commit: async files => server.commit(files),
    setReachable(reachable) {
      server.fault = reachable
        ? undefined
        : request => {
            request.socket.destroy();
          };
    },
    async stop() {
      await server.stop();
      rmSync(workingDirectory, { recursive: true, force: true });
    },
  };
}
