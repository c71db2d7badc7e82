import type { GitRepository } from '../git/GitRepository';
import { createForgeState, type ForgeState } from '../forge/ForgeState';
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
}

export function createWorld(options: { people: Person[] }): World {
  const clock = createClock();
  const events = createWorldEvents();
  const platforms: SimulatedPlatform[] = [];
  return {
    clock,
    events,
    faults: createFaults(),
    people: options.people,
    platforms,
    forge: createForgeState({ clock, events, platforms }),
  };
}
