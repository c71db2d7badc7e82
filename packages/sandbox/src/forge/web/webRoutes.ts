import { Router } from 'express';
import type { World } from '../../world/World';

export function webRoutes(_world: World, _options: { portalUrl: string }) {
  return Router();
}
