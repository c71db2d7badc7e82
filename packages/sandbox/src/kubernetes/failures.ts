import type { Response } from 'express';

interface Failure {
  code: number;
  reason: string;
  message: string;
  details?: Record<string, unknown>;
}

/** The body of an error of the Kubernetes API. */
export function toFailureStatus(failure: Failure) {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    ...failure,
  };
}

export function sendFailure(response: Response, failure: Failure): void {
  response.status(failure.code).json(toFailureStatus(failure));
}

export const unauthorized: Failure = {
  code: 401,
  reason: 'Unauthorized',
  message: 'Unauthorized',
};

/** The answer to a path no API is served at. */
export const unknownPath: Failure = {
  code: 404,
  reason: 'NotFound',
  message: 'the server could not find the requested resource',
  details: {},
};

export function toNotFound(
  plural: string,
  group: string,
  name: string,
): Failure {
  return {
    code: 404,
    reason: 'NotFound',
    message: `${group === '' ? plural : `${plural}.${group}`} "${name}" not found`,
    details: { name, group: group || undefined, kind: plural },
  };
}

export function toForbidden(request: {
  verb: string;
  plural: string;
  group: string;
  namespace?: string;
}): Failure {
  const scope =
    request.namespace === undefined
      ? 'at the cluster scope'
      : `in the namespace "${request.namespace}"`;
  return {
    code: 403,
    reason: 'Forbidden',
    message: `${request.group === '' ? request.plural : `${request.plural}.${request.group}`} is forbidden: User "system:serviceaccount:portal:portal" cannot ${request.verb} resource "${request.plural}" in API group "${request.group}" ${scope}`,
    details: { group: request.group || undefined, kind: request.plural },
  };
}

export function toBadRequest(message: string): Failure {
  return { code: 400, reason: 'BadRequest', message };
}

export function toExpired(message: string): Failure {
  return { code: 410, reason: 'Expired', message };
}
