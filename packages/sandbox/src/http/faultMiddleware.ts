import type { RequestHandler, Response } from 'express';
import type { FaultKind, FaultSystem } from '../world/faults';
import type { World } from '../world/World';

/** How a system answers while a fault is set; the defaults are those of a plain reverse proxy. */
export type FaultAnswers = Partial<
  Record<Exclude<FaultKind, 'slow'>, (response: Response) => void>
>;

const plainAnswers: Required<FaultAnswers> = {
  unavailable: response =>
    response.status(503).type('text/plain').send('Service Unavailable\n'),
  forbidden: response =>
    response.status(403).json({ message: 'Forbidden', code: 403 }),
  malformed: response =>
    response.status(200).type('application/json').send('{"items": [{"metadata'),
  'rate-limited': response =>
    response
      .status(429)
      .set('retry-after', '1')
      .json({ message: 'Too Many Requests', code: 429 }),
};

/** Mount before everything else of a system: requests hit by a fault end here, or wait here. */
export function faultMiddleware(
  world: World,
  system: FaultSystem,
  answers: FaultAnswers = {},
): RequestHandler {
  return (request, response, next) => {
    const fault = world.faults.take(system, {
      method: request.method,
      url: request.originalUrl,
    });
    if (!fault) {
      next();
    } else if (fault.kind === 'slow') {
      const timer = setTimeout(next, fault.delayMs ?? 5_000);
      response.on('close', () => clearTimeout(timer));
    } else {
      (answers[fault.kind] ?? plainAnswers[fault.kind])(response);
    }
  };
}
