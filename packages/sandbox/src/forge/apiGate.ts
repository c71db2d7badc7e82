import { json, Router, type Request, type Response } from 'express';
import type { FaultAnswers } from '../http/faultMiddleware';
import { authenticate } from './authenticate';
import type { ForgeAccount } from './model/ForgeAccount';
import type { ForgeState } from './model/ForgeState';

export const documentation = 'https://docs.github.com/rest';

/** How the API answers while a fault is set for the forge. */
export const apiFaultAnswers: FaultAnswers = {
  unavailable: response =>
    response.status(503).json({
      message: 'Service unavailable',
      documentation_url: documentation,
    }),
  forbidden: response =>
    response.status(403).json({
      message: 'Resource not accessible by personal access token',
      documentation_url: documentation,
      status: '403',
    }),
  malformed: response =>
    response
      .status(200)
      .type('application/json')
      .send('{"data": {"repository": {"id": "R_'),
  'rate-limited': response =>
    response.status(403).set('retry-after', '60').json({
      message:
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      documentation_url: documentation,
      status: '403',
    }),
};

/**
 * The account behind an API request, after counting it against its rate limit;
 * undefined when the request has been answered already.
 */
export function admit(
  forge: ForgeState,
  resource: 'core' | 'graphql',
  request: Request,
  response: Response,
): ForgeAccount | undefined {
  const who = authenticate(forge, request);
  if (who.outcome !== 'known') {
    response.status(401).json({
      message:
        who.outcome === 'missing'
          ? 'Requires authentication'
          : 'Bad credentials',
      documentation_url: documentation,
      status: '401',
    });
    return undefined;
  }
  const { account } = who;
  const isFree = request.path === '/rate_limit';
  const isWithin = isFree || forge.rateLimit.spend(account.login, resource);
  const state = forge.rateLimit.state(account.login, resource);
  response.set({
    'x-ratelimit-limit': String(state.limit),
    'x-ratelimit-remaining': String(state.remaining),
    'x-ratelimit-used': String(state.used),
    'x-ratelimit-reset': String(state.reset),
    'x-ratelimit-resource': resource,
  });
  if (!isWithin) {
    const message = `API rate limit exceeded for user ID ${account.id}.`;
    if (resource === 'graphql') {
      response.json({ errors: [{ type: 'RATE_LIMITED', message }] });
    } else {
      response.status(403).json({
        message,
        documentation_url: documentation,
        status: '403',
      });
    }
    return undefined;
  }
  return account;
}

/** Reads JSON bodies of up to 50 MB; says what GitHub says to broken ones. */
export function readJson(): Router {
  const router = Router();
  router.use(json({ limit: '50mb', strict: false, type: () => true }));
  router.use(
    (
      _error: unknown,
      _request: Request,
      response: Response,
      _next: (error?: unknown) => void,
    ) => {
      response.status(400).json({
        message: 'Problems parsing JSON',
        documentation_url: documentation,
        status: '400',
      });
    },
  );
  return router;
}

/** Cuts the connection, as a lost answer looks to the client. */
export function loseAnswer(response: Response) {
  response.socket?.destroy();
}

export function answerBadGateway(response: Response) {
  response.status(502).json({ message: 'Server Error' });
}
