import express from 'express';
import { listen, type RunningSystem } from '../http/listen';
import type { SystemOptions } from '../world/SystemOptions';
import type { World } from '../world/World';

/** Starts the forge: Git smart HTTP, the REST and GraphQL API of GitHub, and web pages. */
export async function startForge(
  _world: World,
  options: SystemOptions & { gitRoot: string },
): Promise<RunningSystem> {
  const app = express();
  return listen('forge', options.port, app);
}
