import type { GitRepository } from '../git/GitRepository';
import { ForgeState } from '../forge/model/ForgeState';
import { createClock, type Clock } from './clock';
import { createWorldEvents, type WorldEvents } from './events';
import { createFaults, type Faults } from './faults';

/** Somebody who can sign in to the simulated systems. */
export interface Person {
  /** Also the login at the forge and at the identity provider, such as `ada`. */
  username: string;
  displayName: string;
  email: string;
  groups: string[];
}

export interface SimulatedPlatform {
  /** Such as `edgit-k8s`. */
  id: string;
  repository: GitRepository;
  /** Names of the clusters. */
  clusters: string[];
}

/** One state behind all simulated systems: what one of them changes, the others see. */
export interface World {
  readonly clock: Clock;
  readonly events: WorldEvents;
  readonly faults: Faults;
  readonly people: Person[];
  readonly platforms: SimulatedPlatform[];
  readonly forge: ForgeState;
  /** Somebody puts a commit on a branch, past all reviews; a new branch starts at the default one. */
  commit(request: WorldCommit): Promise<string>;
}

export interface WorldCommit {
  /** `<owner>/<name>`; default: the first platform's repository. */
  repository?: string;
  /** Default: the default branch. */
  branch?: string;
  message: string;
  /** A username. */
  author: string;
  /** Path → new content, or null to delete the file. */
  files: Record<string, string | null>;
}

export function createWorld(options: { people: Person[] }): World {
  const clock = createClock();
  const events = createWorldEvents();
  const platforms: SimulatedPlatform[] = [];
  const forge = new ForgeState({
    clock,
    events,
    platforms,
    people: options.people,
  });
  return {
    clock,
    events,
    faults: createFaults(),
    people: options.people,
    platforms,
    forge,
    async commit(request) {
      const repository = request.repository
        ? forge.repository(request.repository)
        : forge.repositories()[0];
      if (!repository) {
        throw new Error('The world has no repository yet.');
      }
      const { name, email } = forge.account(request.author);
      const commit = await repository.commit({
        branch: request.branch ?? repository.defaultBranch,
        startAt: await repository.resolveCommit(repository.defaultBranch),
        message: request.message,
        author: { name, email, date: clock.now() },
        files: request.files,
      });
      if (commit.outcome === 'moved') {
        throw new Error(`The branch ${request.branch} moved meanwhile.`);
      }
      return commit.oid;
    },
  };
}
