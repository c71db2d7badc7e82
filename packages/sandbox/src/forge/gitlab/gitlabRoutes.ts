import type { Router } from 'express';
import type { ForgeState } from '../model/ForgeState';
import { createRestRouter } from '../rest/createRestRouter';
import { gitlabDialect } from './gitlabDialect';
import { mergeRequestRoutes } from './mergeRequestRoutes';
import { repositoryRoutes } from './repositoryRoutes';

/** The REST API of GitLab; mount at `/api/v4`. */
export function gitlabRoutes(forge: ForgeState): Router {
  return createRestRouter(forge, gitlabDialect, [
    ...repositoryRoutes,
    ...mergeRequestRoutes,
  ]);
}
