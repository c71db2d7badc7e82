import { InputError } from '@backstage/errors';
import express, { type ErrorRequestHandler, Router } from 'express';

const limit = '1mb';

/** Reads JSON bodies; what is too large or no JSON gets a sentence. */
export function createJsonBody(): Router {
  const router = Router();
  const refuse: ErrorRequestHandler = (error, _request, _response, next) => {
    next(
      error?.type === 'entity.too.large'
        ? new InputError(
            `The request is larger than ${limit}; shorten its values`,
          )
        : new InputError('The request is not valid JSON', error),
    );
  };
  router.use(express.json({ limit }));
  router.use(refuse);
  return router;
}
