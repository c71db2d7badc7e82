import { randomUUID } from 'node:crypto';
import type { Response } from 'express';

/** Up to how many bytes CherryPy fills short answers, for browsers that would show their own. */
const leastBytes: Record<number, number> = { 403: 257, 404: 513, 500: 513 };

const statuses = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
};

/** A failure of the web server below the dashboard. */
export function sendFailure(
  response: Response,
  code: keyof typeof statuses,
  detail: string,
): void {
  const body = JSON.stringify({
    status: `${code} ${statuses[code]}`,
    detail,
    request_id: randomUUID(),
  });
  response
    .status(code)
    .set('content-type', 'application/json')
    .end(body.padEnd(leastBytes[code] ?? 0));
}

export const unauthorized = 'You are not authorized to access that resource';
export const forbidden = "You don't have permissions to access that resource";
export const unexpected =
  'The server encountered an unexpected condition which prevented it from fulfilling the request.';
