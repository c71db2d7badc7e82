import type { RequestHandler } from 'express';

/**
 * Refuses requests that change something and come from a page of elsewhere, or
 * under a name that is not this machine's. Requests of programs carry no origin.
 */
export const requireSameOrigin: RequestHandler = (request, response, next) => {
  const host = request.get('host') ?? '';
  const origin = request.get('origin');
  const isOwnName = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
  const isOwnPage = origin === undefined || origin === `http://${host}`;
  const site = request.get('sec-fetch-site') ?? 'none';
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (
    isReading ||
    (isOwnName && isOwnPage && (site === 'same-origin' || site === 'none'))
  ) {
    next();
  } else {
    response
      .status(403)
      .type('text/plain')
      .send('This form is only taken from a page of the sandbox itself.\n');
  }
};
