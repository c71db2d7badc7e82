import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  type ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';

const errorTypes = {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
};

function isKnown(name: string): name is keyof typeof errorTypes {
  return Object.hasOwn(errorTypes, name);
}

/** The error the plugin threw, with its sentence; any other stays what it is. */
export function toBackstageError(error: ResponseError): Error {
  const { name, message } = error.cause;
  return isKnown(name) ? new errorTypes[name](message, error) : error;
}
