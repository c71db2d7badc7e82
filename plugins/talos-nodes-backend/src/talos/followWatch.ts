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
export function followWatch(
  sessions: Http2SessionManager,
  request: MessageInitShape<typeof WatchRequestSchema>,
  options: WatchOptions,
): Promise<void> {
  const { node, signal, deadlineMilliseconds, onEvents } = options;
  const bytes = toBinary(
    WatchRequestSchema,
    create(WatchRequestSchema, request),
  );
  return new Promise<void>((resolve, reject) => {
    let stream: ClientHttp2Stream | undefined;
    let isOver = false;
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
      listen(opened, { onMessage, finish });
      if (isOver || signal.aborted) abort();
      else opened.end(MessageReader.frame(bytes));
    }, finish);

    function onMessage(data: Uint8Array) {
      if (isOver || !stream) return;
      clearTimeout(timer);
      sessions.notifyResponseByteRead(stream);
      const { event: events } = fromBinary(WatchResponseSchema, data);
      if (!onEvents(events)) finish();
    }
    function abort() {
      finish(new ConnectError('it was given up', Code.Canceled));
    }
    function finish(error?: unknown) {
      isOver = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      if (stream && !stream.closed) stream.close(constants.NGHTTP2_CANCEL);
      if (error === undefined) resolve();
      else reject(error);
    }
  });
}

function listen(
  stream: ClientHttp2Stream,
  to: {
    onMessage: (data: Uint8Array) => void;
    /** Without an error where the other side ended it as it should. */
    finish: (error?: unknown) => void;
  },
) {
  const reader = new MessageReader(to.onMessage);
  let status: ConnectError | 'fine' | undefined;
  stream.on('response', headers => {
    status = readStatus(headers);
  });
  stream.on('trailers', trailers => {
    status ??= readStatus(trailers);
  });
  stream.on('data', (piece: Buffer) => {
    try {
      reader.take(piece);
    } catch (error) {
      to.finish(error);
    }
  });
  stream.on('error', to.finish);
  stream.on('close', () => {
    const broken = new ConnectError('the stream ended', Code.Canceled);
    to.finish(status === 'fine' ? undefined : (status ?? broken));
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
