import { status } from '@grpc/grpc-js';
import { ApiError } from '../wire/ApiError';
import { encodeMessage } from '../wire/protocol';
import { toTombstone, toWireResource, type CosiResource } from './CosiResource';
import type { CosiState } from './CosiState';
import type { ResourceChange, ResourceCollection } from './ResourceCollection';
import { createMatcher } from './ResourceQuery';
import type { WatchRequest } from './requests';

const eventTypes = {
  created: 0,
  updated: 1,
  destroyed: 2,
  bootstrapped: 3,
  errored: 4,
  noop: 5,
};

type WireEvent = Record<string, unknown>;

class Watch {
  readonly #cookie: Buffer;
  readonly #collection: ResourceCollection;
  readonly #request: WatchRequest;
  readonly #matches: (resource: CosiResource) => boolean;
  #position: number;

  constructor(
    cookie: Buffer,
    collection: ResourceCollection,
    request: WatchRequest,
  ) {
    const { id, options } = request;
    if (
      id !== undefined &&
      (options.bootstrap_contents || options.label_query.length > 0)
    ) {
      throw new ApiError(
        status.UNIMPLEMENTED,
        'bootstrap contents and label queries are not for a watch of one resource',
      );
    }
    this.#cookie = cookie;
    this.#collection = collection;
    this.#request = request;
    const matchesQuery = createMatcher(options);
    this.#matches = resource =>
      (id === undefined || resource.id === id) && matchesQuery(resource);
    this.#position = this.#startPosition();
  }

  async *frames(signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const first = this.#firstEvents();
    yield encodeMessage('cosi.resource.WatchResponse', {});
    yield* this.#toFrames(first);
    while (!signal.aborted) {
      const next = this.#collection.next(this.#position);
      if (next.found === 'overrun') {
        yield* this.#toFrames([
          {
            event_type: eventTypes.errored,
            error: `buffer overrun: namespace "${this.#request.namespace}" type "${this.#request.type}"`,
          },
        ]);
        return;
      }
      if (next.found === 'nothing') {
        await this.#collection.changed(signal);
      } else {
        this.#position += 1;
        yield* this.#toFrames(this.#toEvents(next.change));
      }
    }
  }

  #startPosition(): number {
    const bookmark = this.#request.options.start_from_bookmark;
    if (bookmark === undefined) {
      return this.#collection.position;
    }
    const bytes = Buffer.from(bookmark);
    const position =
      bytes.length === 16 && bytes.subarray(0, 8).equals(this.#cookie)
        ? Number(bytes.readBigUInt64BE(8))
        : -1;
    if (position < 0 || !this.#collection.holds(position)) {
      throw new ApiError(
        status.FAILED_PRECONDITION,
        'failed to watch: invalid watch bookmark',
      );
    }
    return position;
  }

  /** What there is already, taken in the moment in which the watch begins. */
  #firstEvents(): WireEvent[] {
    const { namespace, type, id, options } = this.#request;
    if (options.start_from_bookmark !== undefined) {
      return [];
    }
    if (id !== undefined) {
      const resource = this.#collection.get(id);
      return [
        resource
          ? {
              resource: toWireResource(resource),
              event_type: eventTypes.created,
            }
          : {
              resource: toTombstone(namespace, type, id),
              event_type: eventTypes.destroyed,
            },
      ];
    }
    const tombstone = toTombstone(namespace, type, '');
    if (options.bootstrap_contents) {
      return [
        ...this.#collection
          .list()
          .filter(this.#matches)
          .map(resource => ({
            resource: toWireResource(resource),
            event_type: eventTypes.created,
          })),
        {
          resource: tombstone,
          event_type: eventTypes.bootstrapped,
          bookmark: this.#bookmark(),
        },
      ];
    }
    return options.bootstrap_bookmark
      ? [
          {
            resource: tombstone,
            event_type: eventTypes.noop,
            bookmark: this.#bookmark(),
          },
        ]
      : [];
  }

  /** A query sees a resource come and go where in truth it changes. */
  #toEvents({ kind, resource, old }: ResourceChange): WireEvent[] {
    const [is, was] = [
      kind !== 'destroyed' && this.#matches(resource),
      kind === 'destroyed'
        ? this.#matches(resource)
        : old !== undefined && this.#matches(old),
    ];
    if (!is && !was) {
      return [];
    }
    let eventType = eventTypes.updated;
    if (!was) {
      eventType = eventTypes.created;
    } else if (!is) {
      eventType = eventTypes.destroyed;
    }
    return [
      {
        resource: toWireResource(resource),
        event_type: eventType,
        ...(old &&
          eventType === eventTypes.updated && { old: toWireResource(old) }),
        bookmark: this.#bookmark(),
      },
    ];
  }

  #bookmark(): Buffer {
    const position = Buffer.alloc(8);
    position.writeBigUInt64BE(BigInt(this.#position));
    return Buffer.concat([this.#cookie, position]);
  }

  *#toFrames(events: WireEvent[]): Generator<Uint8Array> {
    const { options, api_version: apiVersion } = this.#request;
    const shown = events.filter(
      event =>
        apiVersion > 0 ||
        (event.event_type !== eventTypes.bootstrapped &&
          event.event_type !== eventTypes.errored),
    );
    const frames = options.aggregated ? [shown] : shown.map(event => [event]);
    for (const event of frames.filter(frame => frame.length > 0)) {
      yield encodeMessage('cosi.resource.WatchResponse', { event });
    }
  }
}

/** The frames of a watch, without end but for a slow reader. Throws before the first frame what the request has wrong. */
export function watchResources(
  state: CosiState,
  request: WatchRequest,
  signal: AbortSignal,
): AsyncIterable<Uint8Array> {
  const collection = state.collection(request.namespace, request.type);
  const watch = new Watch(state.cookie, collection, request);
  return watch.frames(signal);
}
