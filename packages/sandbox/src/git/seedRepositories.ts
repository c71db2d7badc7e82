import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { PlatformDefinition } from '../platforms/simulatedPlatforms';
import type { World } from '../world/World';
import { GitRepository } from './GitRepository';
import { runGit } from './runGit';
import { writeCommit } from './writeCommit';

/** The forge's address that the seeds name; replaced by the one it really listens on. */
const seedForgeUrl = 'http://localhost:7401';

const seedAuthor = {
  name: 'Petra Okafor',
  email: 'petra@example.com',
  date: new Date('2026-09-01T08:00:00Z'),
};

/**
 * Makes one bare repository with one commit per platform that has a folder in
 * `repositories`, and enters it into the world. The same folder gives the same
 * commit.
 */
export async function seedRepositories(
  world: World,
  options: {
    platforms: PlatformDefinition[];
    repositories: string;
    gitRoot: string;
    forgeUrl: string;
  },
): Promise<void> {
  const folders = await readdir(options.repositories);
  const seeded = await Promise.all(
    options.platforms
      .filter(({ id }) => folders.includes(id))
      .map(async platform => ({
        id: platform.id,
        clusters: platform.clusters.map(cluster => cluster.name),
        repository: await seedRepository(world, platform, options),
      })),
  );
  world.platforms.push(...seeded);
}

async function seedRepository(
  world: World,
  { id, owner, name }: PlatformDefinition,
  options: { repositories: string; gitRoot: string; forgeUrl: string },
): Promise<GitRepository> {
  const bareDir = join(options.gitRoot, owner, `${name}.git`);
  await mkdir(bareDir, { recursive: true });
  await runGit(bareDir, ['init', '--bare', '--quiet', '-b', 'main', bareDir]);
  await configure(bareDir);
  const oid = await writeCommit(bareDir, undefined, {
    author: seedAuthor,
    message: `Describe the platform ${id}\n`,
    files: await readTree(join(options.repositories, id), options.forgeUrl),
  });
  await runGit(bareDir, ['update-ref', 'refs/heads/main', oid]);
  return GitRepository.open({
    owner,
    name,
    bareDir,
    defaultBranch: 'main',
    events: world.events,
  });
}

async function configure(bareDir: string) {
  const settings = {
    'http.receivepack': 'true',
    'transfer.hideRefs': 'refs/sandbox',
    'uploadpack.allowFilter': 'true',
    'uploadpack.allowAnySHA1InWant': 'true',
    'receive.fsckObjects': 'true',
    'gc.auto': '0',
    'core.filesRefLockTimeout': '10000',
  };
  for (const [key, value] of Object.entries(settings)) {
    await runGit(bareDir, ['config', key, value]);
  }
}

async function readTree(
  folder: string,
  forgeUrl: string,
): Promise<Record<string, Buffer>> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  const contents = await Promise.all(
    files.map(async file => {
      const bytes = await readFile(file);
      const path = relative(folder, file).split(sep).join('/');
      return [path, rename(bytes, forgeUrl)] as const;
    }),
  );
  return Object.fromEntries(contents);
}

function rename(bytes: Buffer, forgeUrl: string): Buffer {
  return bytes.includes(seedForgeUrl)
    ? Buffer.from(bytes.toString('utf8').replaceAll(seedForgeUrl, forgeUrl))
    : bytes;
}
