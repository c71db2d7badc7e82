/** One entry of `errors` in an answer of the REST API. */
export interface RestErrorDetail {
  resource: string;
  code: 'invalid' | 'missing_field' | 'already_exists' | 'custom' | 'missing';
  field?: string;
  message?: string;
}

/** The forge refuses; carries what both of its APIs say then. */
export class ForgeError extends Error {
  readonly graphqlType: string;
  readonly status: number;
  readonly restMessage: string;
  readonly details?: (RestErrorDetail | string)[];

  constructor(options: {
    /** The message in GraphQL, and in REST unless `restMessage` is another. */
    message: string;
    graphqlType: 'NOT_FOUND' | 'FORBIDDEN' | 'UNPROCESSABLE' | 'STALE_DATA';
    status: number;
    restMessage?: string;
    details?: (RestErrorDetail | string)[];
  }) {
    super(options.message);
    this.name = 'ForgeError';
    this.graphqlType = options.graphqlType;
    this.status = options.status;
    this.restMessage = options.restMessage ?? options.message;
    this.details = options.details;
  }
}

export function notFound(message: string): ForgeError {
  return new ForgeError({
    message,
    graphqlType: 'NOT_FOUND',
    status: 404,
    restMessage: 'Not Found',
  });
}

/** A rule of the forge is broken: REST calls it `Validation Failed` and lists the details. */
export function validationFailed(detail: RestErrorDetail): ForgeError {
  return new ForgeError({
    message: detail.message ?? `${detail.field} is ${detail.code}`,
    graphqlType: 'UNPROCESSABLE',
    status: 422,
    restMessage: 'Validation Failed',
    details: [detail],
  });
}

export function unprocessable(message: string, restMessage?: string) {
  return new ForgeError({
    message,
    restMessage,
    graphqlType: 'UNPROCESSABLE',
    status: 422,
  });
}

export function forbidden(message: string): ForgeError {
  return new ForgeError({ message, graphqlType: 'FORBIDDEN', status: 403 });
}
