import { setTimeout as wait } from 'node:timers/promises';
import { Router, type Request, type Response } from 'express';
import { loseAnswer } from '../apiGate';
import { ForgeError } from '../model/ForgeError';
import type { ForgeState } from '../model/ForgeState';
import type { RestDialect } from './RestDialect';
import type { RestAnswer, RestRoute } from './RestRoute';

/** Serves the routes in the dialect, with the failures that are planned; the first route that fits counts. */
export function createRestRouter(
  forge: ForgeState,
  dialect: RestDialect,
  routes: RestRoute[],
): Router {
  const router = Router();
  router.use(dialect.readBody());
  for (const route of routes) {
    router.all(toPattern(route.path), (request, response, next) => {
      if (request.method === route.method) {
        answer(forge, dialect, route, request, response).catch(next);
      } else {
        next();
      }
    });
  }
  router.use((request, response) => {
    if (dialect.admit(forge, request, response)) {
      send(response, dialect.unknownAddress);
    }
  });
  return router;
}

async function answer(
  forge: ForgeState,
  dialect: RestDialect,
  route: RestRoute,
  request: Request,
  response: Response,
) {
  const account = dialect.admit(forge, request, response);
  if (!account) {
    return;
  }
  const operation = `${route.method} ${route.path.replaceAll('...', '')}`;
  forge.calls.push(operation);
  const failure = forge.failures.take(operation);
  if (failure?.mode === 'error-before') {
    dialect.answerBadGateway(response);
    return;
  }
  if (failure?.mode === 'slow') {
    await wait(failure.delayMs);
  }
  const result = await handle(forge, dialect, route, request, account);
  if (failure?.mode === 'error-after') {
    dialect.answerBadGateway(response);
  } else if (failure?.mode === 'lost-answer') {
    loseAnswer(response);
  } else {
    send(response, result);
  }
}

async function handle(
  forge: ForgeState,
  dialect: RestDialect,
  route: RestRoute,
  request: Request,
  account: Parameters<RestRoute['handle']>[0]['account'],
): Promise<RestAnswer> {
  try {
    return await route.handle({
      forge,
      account,
      origin: `${request.protocol}://${request.get('host')}`,
      params: readParams(route.path, request),
      query: readQuery(request),
      body: request.body,
    });
  } catch (error) {
    if (!(error instanceof ForgeError)) {
      throw error;
    }
    return dialect.toAnswer(error);
  }
}

/** A parameter that is given more than once holds all values, with commas between. */
function readQuery(request: Request): Record<string, string> {
  const query: Record<string, string> = {};
  const { searchParams } = new URL(request.originalUrl, 'http://localhost');
  for (const [key, value] of searchParams) {
    const name = key.replace(/\[\]$/, '');
    query[name] = name in query ? `${query[name]},${value}` : value;
  }
  return query;
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
