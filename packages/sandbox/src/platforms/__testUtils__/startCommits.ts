import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedRepositories } from '../../git/seedRepositories';
import { people } from '../../people/people';
import type { SimulatedPlatform, World } from '../../world/World';
import { createWorld } from '../../world/World';
import type { PlatformDefinition } from '../simulatedPlatforms';

/** A world of one platform alone, whose repository takes commits. */
export interface Commits {
  world: World;
  platform: SimulatedPlatform;
  /** Content of a file of the main branch. */
  read(path: string): Promise<string>;
  /** Puts a commit on the main branch; answers with it. */
  commit(files: Record<string, string | null>): Promise<string>;
  stop(): Promise<void>;
}

export async function startCommits(
  definition: PlatformDefinition,
): Promise<Commits> {
  const gitRoot = await mkdtemp(join(tmpdir(), 'sandbox-commits-'));
  const world = createWorld({ people });
  await seedRepositories(world, {
    platforms: [definition],
    repositories: join(__dirname, '../../../repositories'),
    gitRoot,
    forgeUrl: 'http://localhost:7401',
  });
  const [platform] = world.platforms;
  if (!platform) {
    throw new Error('There is no repository to follow.');
  }
  const { repository } = platform;
  return {
    world,
    platform,
    async read(path) {
      const head = await repository.resolveCommit('main');
      const content = head && (await repository.readFile(head, path));
      if (!content) {
        throw new Error(`${path} is not there.`);
      }
      return content.toString();
    },
    commit: files =>
      world.commit({ message: 'Change', author: 'petra', files }),
    stop: () => rm(gitRoot, { recursive: true, force: true }),
  };
}
