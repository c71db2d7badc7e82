import type { Clock } from '../world/clock';
import type { WorldEvents } from '../world/events';
import type { SimulatedPlatform } from '../world/World';

export interface ForgeState {
  /** The operations the forge was asked for, oldest first. */
  readonly calls: string[];
}

export function createForgeState(_options: {
  clock: Clock;
  events: WorldEvents;
  platforms: SimulatedPlatform[];
}): ForgeState {
  return { calls: [] };
}
