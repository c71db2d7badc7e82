import { Router, json, type NextFunction, type Response } from 'express';
import type { FaultAnswers } from '../../http/faultMiddleware';
import { authenticate } from '../authenticate';
import type { RestDialect } from '../rest/RestDialect';

const documentation = 'https://docs.gitea.com/api';

/** How Gitea answers while a fault is set for the forge; it counts no calls, a proxy before it may. */
export const giteaFaultAnswers: FaultAnswers = {
  unavailable: response =>
    response.status(503).type('text/plain').send('Service Unavailable\n'),
  forbidden: response =>
    response
      .status(403)
      .json(
        messageOf(
          'token does not have at least one of required scope(s), required=[write:repository], token scope=read:repository',
        ),
      ),
  malformed: response =>
    response.status(200).type('application/json').send('{"id": 1, "arch'),
  'rate-limited': response => refuseForRate(response, 60),
};

function messageOf(message: string) {
  return { message, url: documentation };
}

function refuseForRate(response: Response, seconds: number) {
  response
    .status(429)
    .set('retry-after', String(seconds))
    .type('text/plain')
    .send('Too Many Requests\n');
}

export const giteaDialect: RestDialect = {
  readBody() {
    const router = Router();
    router.use(json({ limit: '50mb', type: () => true }));
    router.use(
      (
        _error: unknown,
        _request: unknown,
        response: Response,
        _next: NextFunction,
      ) => {
        response.status(422).json(messageOf('JSON cannot be read'));
      },
    );
    return router;
  },
  admit(forge, request, response) {
    const who = authenticate(forge, request);
    if (who.outcome === 'missing') {
      response.status(401).json(messageOf('token is required'));
      return undefined;
    }
    if (who.outcome === 'refused') {
      response
        .status(401)
        .json(messageOf('invalid username, password or token'));
      return undefined;
    }
    if (!forge.rateLimit.spend(who.account.login, 'core')) {
      const { reset } = forge.rateLimit.state(who.account.login, 'core');
      const now = forge.clock.now().getTime() / 1000;
      refuseForRate(response, Math.max(1, Math.ceil(reset - now)));
      return undefined;
    }
    return who.account;
  },
  unknownAddress: {
    status: 404,
    body: { ...messageOf('not found'), errors: [] },
  },
  toAnswer: error => {
    switch (error.graphqlType) {
      case 'NOT_FOUND':
        return {
          status: 404,
          body: {
            ...messageOf("The target couldn't be found."),
            errors: [error.message],
          },
        };
      case 'FORBIDDEN':
        return error.message.includes('archived')
          ? { status: 423, body: messageOf('repository is archived') }
          : { status: 403, body: messageOf(error.message) };
      default:
        return { status: error.status, body: messageOf(error.message) };
    }
  },
  answerBadGateway: response =>
    response.status(502).type('text/html').send('<h1>502 Bad Gateway</h1>\n'),
};
