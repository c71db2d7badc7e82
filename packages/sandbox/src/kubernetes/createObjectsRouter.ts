import { type Request, type Response, Router } from 'express';
import { sendFailure, toBadRequest, toForbidden, toNotFound } from './failures';
import { sendList } from './listObjects';
import type { ObjectStore } from './ObjectStore';
import { readListQuery } from './readListQuery';
import {
  type ResourceType,
  resourceTypes,
  toApiVersion,
} from './resourceTypes';
import { sendWatch } from './watchObjects';

const writeVerbs: Partial<Record<string, string>> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

/**
 * Get, list and watch of every kind. The one account there is may read
 * everything but Secrets, and write nothing.
 */
export function createObjectsRouter(
  store: ObjectStore,
  options: { bookmarkMs: number },
): Router {
  const router = Router();
  for (const type of resourceTypes) {
    const base = type.group === '' ? '/api/v1' : `/apis/${toApiVersion(type)}`;
    const collections = type.namespaced
      ? [
          `${base}/${type.plural}`,
          `${base}/namespaces/:namespace/${type.plural}`,
        ]
      : [`${base}/${type.plural}`];
    const single = `${collections.at(-1)}/:name`;
    router.all([...collections, single], (request, response, next) => {
      const forbidden = findForbidden(request, type);
      if (forbidden) {
        sendFailure(response, forbidden);
      } else {
        next();
      }
    });
    router.get(collections, (request, response) =>
      answerCollection(store, type, request, response, options),
    );
    router.get(single, (request, response) => {
      const { namespace, name } = request.params;
      const object = store.get(type, namespace, name);
      if (object) {
        response.json(object);
      } else {
        sendFailure(response, toNotFound(type.plural, type.group, name));
      }
    });
  }
  return router;
}

function answerCollection(
  store: ObjectStore,
  type: ResourceType,
  request: Request,
  response: Response,
  options: { bookmarkMs: number },
) {
  const read = readListQuery(request.query, type);
  if (!read.ok) {
    sendFailure(response, toBadRequest(read.message));
    return;
  }
  const target = {
    type,
    namespace: request.params.namespace,
    query: read.query,
  };
  if (read.query.watch) {
    sendWatch(response, store, { ...target, ...options });
  } else {
    sendList(response, store, target);
  }
}

function findForbidden(request: Request, type: ResourceType) {
  const { namespace, name } = request.params;
  const { plural, group } = type;
  const write = writeVerbs[request.method];
  if (write) {
    return toForbidden({ verb: write, plural, group, namespace });
  }
  return type.kind === 'Secret'
    ? toForbidden({ verb: name ? 'get' : 'list', plural, group, namespace })
    : undefined;
}
