import { status } from '@grpc/grpc-js';

/** A call ends with this gRPC status instead of an answer. */
export class ApiError extends Error {
  constructor(
    readonly code: status,
    readonly details: string,
  ) {
    super(details);
  }
}

/** What a reader gets for what only others may do, and for what is sensitive. */
export const notAuthorized = () =>
  new ApiError(status.PERMISSION_DENIED, 'not authorized');
