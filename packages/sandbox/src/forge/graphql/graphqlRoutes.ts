import { Router, type Request, type Response } from 'express';
import {
  buildSchema,
  execute,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
} from 'graphql';
import { z } from 'zod';
import { admit, answerBadGateway, loseAnswer, readJson } from '../apiGate';
import { ForgeError } from '../model/ForgeError';
import type { ForgeState } from '../model/ForgeState';
import type { GraphqlContext } from './GraphqlContext';
import { rootFields } from './rootFields';
import { schemaText } from './schemaText';

const schema = buildSchema(schemaText);

const bodySchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** The GraphQL API of GitHub; mount at `/api/graphql`. */
export function graphqlRoutes(forge: ForgeState): Router {
  const router = Router();
  router.use(readJson());
  router.post('/', (request, response, next) => {
    answer(forge, request, response).catch(next);
  });
  return router;
}

async function answer(forge: ForgeState, request: Request, response: Response) {
  const account = admit(forge, 'graphql', request, response);
  if (!account) {
    return;
  }
  const body = bodySchema.safeParse(request.body);
  if (!body.success) {
    response.json({
      errors: [
        {
          message: 'A query attribute must be specified and must be a string.',
        },
      ],
    });
    return;
  }
  const document = parseDocument(body.data.query);
  if ('errors' in document) {
    response.json({ errors: document.errors.map(toWireError) });
    return;
  }
  const context: GraphqlContext = {
    forge,
    account,
    origin: `${request.protocol}://${request.get('host')}`,
  };
  const result = await execute({
    schema,
    document,
    rootValue: rootFields,
    contextValue: context,
    variableValues: body.data.variables ?? {},
    operationName: body.data.operationName,
  });
  if (context.broken?.mode === 'lost-answer') {
    loseAnswer(response);
  } else if (context.broken) {
    answerBadGateway(response);
  } else {
    response.json({
      ...(result.data !== undefined && { data: result.data }),
      ...(result.errors && { errors: result.errors.map(toWireError) }),
    });
  }
}

function parseDocument(
  query: string,
): DocumentNode | { errors: readonly GraphQLError[] } {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors } : document;
  } catch (error) {
    if (error instanceof GraphQLError) {
      return { errors: [error] };
    }
    throw error;
  }
}

/** GitHub puts the type beside the message, not into `extensions`. */
function toWireError(error: GraphQLError) {
  const cause = error.originalError;
  return {
    ...(cause instanceof ForgeError && { type: cause.graphqlType }),
    ...(error.path && { path: error.path }),
    ...(error.locations && { locations: error.locations }),
    message: error.message,
  };
}
