import type { Response } from 'express';
import { toExpired, toFailureStatus } from './failures';
import type { KubernetesObject } from './KubernetesObject';
import type { ObjectStore, StoreEvent } from './ObjectStore';
import type { ListQuery } from './readListQuery';
import { type ResourceType, toApiVersion } from './resourceTypes';

/**
 * Streams what happens to the objects of a type, one JSON document a line.
 * Without a resource version it begins with what is there; with one that the
 * history no longer reaches, with an ERROR event that carries a 410 Status.
 */
export function sendWatch(
  response: Response,
  store: ObjectStore,
  target: {
    type: ResourceType;
    namespace?: string;
    query: ListQuery;
    /** Milliseconds between bookmarks. */
    bookmarkMs: number;
  },
): void {
  const { type, namespace, query } = target;
  const send = (event: string, object: unknown) =>
    response.write(`${JSON.stringify({ type: event, object })}\n`);
  response.status(200).type('application/json');
  response.flushHeaders();

  if (query.resourceVersion === '' || query.resourceVersion === '0') {
    store
      .list(type, namespace)
      .filter(query.matches)
      .forEach(object => send('ADDED', object));
  } else {
    const missed = store.eventsAfter(Number(query.resourceVersion));
    if (missed === 'expired') {
      send(
        'ERROR',
        toFailureStatus(
          toExpired(
            `too old resource version: ${query.resourceVersion} (${store.version})`,
          ),
        ),
      );
      response.end();
      return;
    }
    missed.forEach(event => sendIfSelected(event));
  }

  function sendIfSelected(event: StoreEvent) {
    const { kind, apiVersion, metadata } = event.object;
    if (
      kind === type.kind &&
      apiVersion === toApiVersion(type) &&
      (namespace === undefined || metadata.namespace === namespace)
    ) {
      const change = toChange(event, query.matches);
      if (change) {
        send(change, event.object);
      }
    }
  }

  const unsubscribe = store.subscribe(sendIfSelected);
  const bookmarks = query.allowWatchBookmarks
    ? setInterval(
        () =>
          send('BOOKMARK', {
            kind: type.kind,
            apiVersion: toApiVersion(type),
            metadata: { resourceVersion: String(store.version) },
          }),
        target.bookmarkMs,
      )
    : undefined;
  const timeout =
    query.timeoutSeconds === undefined
      ? undefined
      : setTimeout(() => response.end(), query.timeoutSeconds * 1_000);
  response.on('close', () => {
    unsubscribe();
    clearInterval(bookmarks);
    clearTimeout(timeout);
  });
}

/** An object that begins or ceases to match is added or deleted for this watch. */
function toChange(
  event: StoreEvent,
  matches: (object: KubernetesObject) => boolean,
): StoreEvent['type'] | undefined {
  const before = event.previous ? matches(event.previous) : false;
  const after = matches(event.object);
  if (event.type !== 'MODIFIED') {
    return after ? event.type : undefined;
  }
  if (before) {
    return after ? 'MODIFIED' : 'DELETED';
  }
  return after ? 'ADDED' : undefined;
}
