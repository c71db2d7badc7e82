import type { Response } from 'express';

/** Codes of gRPC, which Argo CD's gateway puts into its JSON. */
const httpStatuses = { 3: 400, 5: 404, 7: 403, 8: 429, 16: 401, 2: 500 };

/** Answers an error as Argo CD's gRPC gateway does. */
export function sendFailure(
  response: Response,
  code: keyof typeof httpStatuses,
  message: string,
): void {
  response.status(httpStatuses[code]).json({ error: message, code, message });
}
