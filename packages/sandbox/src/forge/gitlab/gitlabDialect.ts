import { Router, json, type NextFunction, type Response } from 'express';
import type { FaultAnswers } from '../../http/faultMiddleware';
import { authenticate } from '../authenticate';
import type { ForgeError } from '../model/ForgeError';
import type { RestDialect } from '../rest/RestDialect';
import type { RestAnswer } from '../rest/RestRoute';

/** How GitLab answers while a fault is set for the forge. */
export const gitlabFaultAnswers: FaultAnswers = {
  unavailable: response =>
    response.status(503).type('text/plain').send('GitLab is not responding\n'),
  forbidden: response => response.status(403).json(messageOf('403 Forbidden')),
  malformed: response =>
    response.status(200).type('application/json').send('{"id": 1, "arch'),
  'rate-limited': response => refuseForRate(response, 60),
};

function messageOf(message: string | string[]) {
  return { message };
}

/** GitLab's middleware answers with plain text here, before its API is reached. */
function refuseForRate(response: Response, seconds: number) {
  response
    .status(429)
    .set('retry-after', String(seconds))
    .type('text/plain')
    .send('Retry later\n');
}

export const gitlabDialect: RestDialect = {
  readBody() {
    const router = Router();
    router.use(json({ limit: '300mb', type: () => true }));
    router.use(
      (
        _error: unknown,
        _request: unknown,
        response: Response,
        _next: NextFunction,
      ) => {
        response
          .status(400)
          .json({ error: 'The provided content-type or JSON is invalid' });
      },
    );
    return router;
  },
  admit(forge, request, response) {
    const token = request.get('private-token');
    if (token !== undefined) {
      request.headers.authorization = `Bearer ${token}`;
    }
    const who = authenticate(forge, request);
    if (who.outcome === 'missing') {
      response.status(401).json(messageOf('401 Unauthorized'));
      return undefined;
    }
    if (who.outcome === 'refused') {
      response.status(401).json({
        error: 'invalid_token',
        error_description:
          'Token is expired. You can either do re-authorization or token refresh.',
      });
      return undefined;
    }
    const isWithin = forge.rateLimit.spend(who.account.login, 'core');
    const state = forge.rateLimit.state(who.account.login, 'core');
    response.set({
      'ratelimit-name': 'throttle_authenticated_api',
      'ratelimit-limit': String(state.limit),
      'ratelimit-observed': String(state.used),
      'ratelimit-remaining': String(state.remaining),
      'ratelimit-reset': String(state.reset),
    });
    if (!isWithin) {
      const now = forge.clock.now().getTime() / 1000;
      refuseForRate(response, Math.max(1, Math.ceil(state.reset - now)));
      return undefined;
    }
    return who.account;
  },
  unknownAddress: { status: 404, body: { error: '404 Not Found' } },
  toAnswer: (error: ForgeError): RestAnswer => {
    switch (error.graphqlType) {
      case 'NOT_FOUND':
        return {
          status: 404,
          body: messageOf(
            error.message.startsWith('404') ? error.message : '404 Not Found',
          ),
        };
      case 'FORBIDDEN':
        return { status: 403, body: messageOf('403 Forbidden') };
      default:
        return {
          status: error.status === 422 ? 400 : error.status,
          body: messageOf(error.message),
        };
    }
  },
  answerBadGateway: response =>
    response.status(502).type('text/plain').send('502 Bad Gateway\n'),
};
