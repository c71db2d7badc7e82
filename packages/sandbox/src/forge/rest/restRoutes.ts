import type { Router } from 'express';
import { admit, answerBadGateway, documentation, readJson } from '../apiGate';
import type { ForgeState } from '../model/ForgeState';
import { createRestRouter } from './createRestRouter';
import { gitObjectRoutes } from './gitObjectRoutes';
import { pullRequestRoutes } from './pullRequestRoutes';
import { refRoutes } from './refRoutes';
import { repositoryRoutes } from './repositoryRoutes';
import type { RestDialect } from './RestDialect';
import { reviewRoutes } from './reviewRoutes';

const github: RestDialect = {
  readBody: readJson,
  admit: (forge, request, response) => admit(forge, 'core', request, response),
  unknownAddress: {
    status: 404,
    body: { message: 'Not Found', documentation_url: documentation },
  },
  toAnswer: error => ({
    status: error.status,
    body: {
      message: error.restMessage,
      ...(error.details && { errors: error.details }),
      documentation_url: documentation,
      status: String(error.status),
    },
  }),
  answerBadGateway,
};

/** The REST API of GitHub; mount at `/api/v3`. */
export function restRoutes(forge: ForgeState): Router {
  return createRestRouter(forge, github, [
    ...repositoryRoutes,
    ...refRoutes,
    ...gitObjectRoutes,
    ...pullRequestRoutes,
    ...reviewRoutes,
  ]);
}
