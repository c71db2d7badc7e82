import { summarizeProfile } from '@internal/gitops-model';
import {
  changeRequestReadPermission,
  type PlatformSummary,
} from '@internal/plugin-change-requests-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Planner } from '../planning/Planner';
import { requireUser, type CallerServices } from './callers';

/** `GET /platforms`: those that can be written to, with what a form must know to offer choices. */
export function createPlatformsRouter(options: {
  callers: CallerServices;
  planner: Planner;
}): Router {
  const { callers, planner } = options;
  const router = PromiseRouter();
  router.get('/platforms', async (request, response) => {
    await requireUser(request, changeRequestReadPermission, callers);
    response.json({ items: planner.writable().map(toSummary) });
  });
  return router;
}

function toSummary({
  repository,
  profile,
}: ReturnType<Planner['writable']>[number]): PlatformSummary {
  const { platform } = repository;
  const { observation, failure } = repository.current();
  return {
    id: platform.id,
    title: platform.title,
    clusters: platform.clusters.map(({ name }) => name),
    commit: observation?.snapshot.commit,
    observedAt: observation?.observedAt,
    problem: failure?.reason,
    ...summarizeProfile(profile),
  };
}
