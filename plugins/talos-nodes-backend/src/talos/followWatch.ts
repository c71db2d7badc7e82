import { type ClientHttp2Stream, constants } from 'node:http2';
import {
  create,
  fromBinary,
  type MessageInitShape,
  toBinary,
} from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import type { Http2SessionManager } from '@connectrpc/connect-node';
import { MessageReader } from './MessageReader';
import {
  type Event,
  State,
  WatchRequestSchema,
  WatchResponseSchema,
} from './protocol/cosi_pb';

const PATH = `/${State.typeName}/${State.method.watch.name}`;

export interface WatchOptions {
  /** The machine, by its address as others know it. */
  node: string;
  signal: AbortSignal;
  /** For the first message, which is empty and says that the watch stands. */
  deadlineMilliseconds: number;
  /** `false` ends the watch. */
  onEvents: (events: Event[]) => boolean;
}

/**
 * Follows one watch until either side ends it; rejects where something breaks
 * it. It is a bare HTTP/2 stream: three for each machine stay open, and
 * Connect's keep ten times the memory.
 */
export async function followWatch(
  sessions: Http2SessionManager,
  request: MessageInitShape<typeof WatchRequestSchema>,
  options: WatchOptions,
): Promise<void> {
  const { node, signal, deadlineMilliseconds, onEvents } = options;
  const bytes = toBinary(
    WatchRequestSchema,
    create(WatchRequestSchema, request),
  );
  await new Promise<void>((resolve, reject) => {
    let stream: ClientHttp2Stream | undefined;
    const finish = (error?: unknown) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      if (stream && !stream.closed) stream.close(constants.NGHTTP2_CANCEL);
      if (error === undefined) resolve();
      else reject(error);
    };
    const abort = () =>
      finish(new ConnectError('it was given up', Code.Canceled));
    const timer = setTimeout(
      () => finish(new ConnectError('it says nothing', Code.DeadlineExceeded)),
      deadlineMilliseconds,
    );
    signal.addEventListener('abort', abort, { once: true });
    const headers = {
      'content-type': 'application/grpc+proto',
      te: 'trailers',
      node,
    };
    sessions.request('POST', PATH, headers, {}).then(opened => {
      stream = opened;
      const reader = new MessageReader(data => {
        clearTimeout(timer);
        sessions.notifyResponseByteRead(opened);
        const { event: events } = fromBinary(WatchResponseSchema, data);
        if (!onEvents(events)) finish();
      });
      let status: ConnectError | 'fine' | undefined;
      opened.on('response', answer => {
        status = readStatus(answer);
      });
      opened.on('trailers', trailers => {
        status ??= readStatus(trailers);
      });
      opened.on('data', (chunk: Buffer) => {
        try {
          reader.take(chunk);
        } catch (error) {
          finish(error);
        }
      });
      opened.on('error', finish);
      opened.on('close', () => {
        const broken = new ConnectError('the stream ended', Code.Canceled);
        finish(status === 'fine' ? undefined : (status ?? broken));
      });
      if (signal.aborted) abort();
      else opened.end(MessageReader.frame(bytes));
    }, finish);
  });
}

/** `undefined` where there is none yet. */
function readStatus(
  headers: Record<string, number | string | string[] | undefined>,
): ConnectError | 'fine' | undefined {
  const http = headers[':status'];
  if (http !== undefined && http !== 200) {
    return new ConnectError(`HTTP ${http}`, Code.Unknown);
  }
  const status = headers['grpc-status'];
  if (status === undefined) return undefined;
  if (status === '0') return 'fine';
  const code = Number(status);
  const message = String(headers['grpc-message'] ?? '');
  return new ConnectError(
    decodeMessage(message),
    code in Code ? code : Code.Unknown,
  );
}

function decodeMessage(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
