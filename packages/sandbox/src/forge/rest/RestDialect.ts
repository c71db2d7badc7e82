import type { Request, Response, Router } from 'express';
import type { ForgeAccount } from '../model/ForgeAccount';
import type { ForgeError } from '../model/ForgeError';
import type { ForgeState } from '../model/ForgeState';
import type { RestAnswer } from './RestRoute';

/** What the REST APIs of forges do each in their own way, whatever is asked. */
export interface RestDialect {
  /** Reads JSON bodies; answers those that are none. */
  readBody(): Router;
  /** The account behind a request; undefined when the request has been answered already. */
  admit(
    forge: ForgeState,
    request: Request,
    response: Response,
  ): ForgeAccount | undefined;
  unknownAddress: RestAnswer;
  toAnswer(error: ForgeError): RestAnswer;
  answerBadGateway(response: Response): void;
}
