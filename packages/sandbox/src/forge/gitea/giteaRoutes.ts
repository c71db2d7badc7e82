import type { Router } from 'express';
import type { ForgeState } from '../model/ForgeState';
import { createRestRouter } from '../rest/createRestRouter';
import { giteaDialect } from './giteaDialect';
import { pullRequestRoutes } from './pullRequestRoutes';
import { repositoryRoutes } from './repositoryRoutes';

/** The REST API of Gitea and Forgejo; mount at `/api/v1`. */
export function giteaRoutes(forge: ForgeState): Router {
  return createRestRouter(forge, giteaDialect, [
    ...repositoryRoutes,
    ...pullRequestRoutes,
  ]);
}
