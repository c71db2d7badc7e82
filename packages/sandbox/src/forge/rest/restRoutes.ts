import { setTimeout as wait } from 'node:timers/promises';
import { Router, type Request, type Response } from 'express';
import {
  admit,
  answerBadGateway,
  documentation,
  loseAnswer,
  readJson,
} from '../apiGate';
import { ForgeError } from '../model/ForgeError';
import type { ForgeState } from '../model/ForgeState';
import { gitObjectRoutes } from './gitObjectRoutes';
import { pullRequestRoutes } from './pullRequestRoutes';
import { refRoutes } from './refRoutes';
import { repositoryRoutes } from './repositoryRoutes';
import { reviewRoutes } from './reviewRoutes';
import type { RestAnswer, RestRoute } from './RestRoute';

const routes: RestRoute[] = [
  ...repositoryRoutes,
  ...refRoutes,
  ...gitObjectRoutes,
  ...pullRequestRoutes,
  ...reviewRoutes,
];

/** The REST API of GitHub; mount at `/api/v3`. */
export function restRoutes(forge: ForgeState): Router {
  const router = Router();
  router.use(readJson());
  for (const route of routes) {
    router.all(toPattern(route.path), (request, response, next) => {
      if (request.method === route.method) {
        answer(forge, route, request, response).catch(next);
      } else {
        next();
      }
    });
  }
  router.use((request, response) => {
    if (admit(forge, 'core', request, response)) {
      send(response, {
        status: 404,
        body: { message: 'Not Found', documentation_url: documentation },
      });
    }
  });
  return router;
}

async function answer(
  forge: ForgeState,
  route: RestRoute,
  request: Request,
  response: Response,
) {
  const account = admit(forge, 'core', request, response);
  if (!account) {
    return;
  }
  const operation = `${route.method} ${route.path.replaceAll('...', '')}`;
  forge.calls.push(operation);
  const failure = forge.failures.take(operation);
  if (failure?.mode === 'error-before') {
    answerBadGateway(response);
    return;
  }
  if (failure?.mode === 'slow') {
    await wait(failure.delayMs);
  }
  const result = await handle(forge, route, request, account);
  if (failure?.mode === 'error-after') {
    answerBadGateway(response);
  } else if (failure?.mode === 'lost-answer') {
    loseAnswer(response);
  } else {
    send(response, result);
  }
}

async function handle(
  forge: ForgeState,
  route: RestRoute,
  request: Request,
  account: Parameters<RestRoute['handle']>[0]['account'],
): Promise<RestAnswer> {
  const query = Object.fromEntries(
    Object.entries(request.query).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  );
  try {
    return await route.handle({
      forge,
      account,
      origin: `${request.protocol}://${request.get('host')}`,
      params: readParams(route.path, request),
      query,
      body: request.body,
    });
  } catch (error) {
    if (!(error instanceof ForgeError)) {
      throw error;
    }
    return {
      status: error.status,
      body: {
        message: error.restMessage,
        ...(error.details && { errors: error.details }),
        documentation_url: documentation,
        status: String(error.status),
      },
    };
  }
}

function send(response: Response, { status, body }: RestAnswer) {
  response.status(status);
  if (body === undefined) {
    response.end();
  } else {
    response.json(body);
  }
}

function toPattern(path: string): RegExp {
  const source = path
    .replace(/\{\w+\.\.\.\}/g, '(.+)')
    .replace(/\{\w+\}/g, '([^/]+)');
  return new RegExp(`^${source}$`);
}

function readParams(path: string, request: Request): Record<string, string> {
  const names = [...path.matchAll(/\{(\w+)(?:\.\.\.)?\}/g)];
  return Object.fromEntries(
    names.map(([, name = ''], index) => [
      name,
      request.params[String(index)] ?? '',
    ]),
  );
}
