import { Code, ConnectError } from '@connectrpc/connect';

/** Of one answer; the Talos API itself sends no more. */
export const RECEIVE_LIMIT_BYTES = 32 * 1024 * 1024;
/** A byte that says whether the message is compressed, and four with its length. */
const PREFIX_BYTES = 5;

/** Puts gRPC messages together again from the pieces they come in. */
export class MessageReader {
  readonly #onMessage: (data: Uint8Array) => void;
  #pieces: Buffer[] = [];
  #length = 0;
  /** Of the message that begins the pieces, as far as that is known. */
  #needed = PREFIX_BYTES;

  static frame(data: Uint8Array): Buffer {
    const prefix = Buffer.alloc(PREFIX_BYTES);
    prefix.writeUInt32BE(data.length, 1);
    return Buffer.concat([prefix, data]);
  }

  constructor(onMessage: (data: Uint8Array) => void) {
    this.#onMessage = onMessage;
  }

  /** Throws a `ConnectError` for what was not asked for: compressed, or too large. */
  take(piece: Buffer) {
    this.#pieces.push(piece);
    this.#length += piece.length;
    while (this.#length >= this.#needed) {
      const bytes = Buffer.concat(this.#pieces);
      const end = readEnd(bytes);
      this.#needed = end;
      this.#pieces = [bytes];
      if (bytes.length < end) return;
      this.#onMessage(bytes.subarray(PREFIX_BYTES, end));
      const rest = bytes.subarray(end);
      this.#pieces = rest.length > 0 ? [rest] : [];
      this.#length = rest.length;
      this.#needed = PREFIX_BYTES;
    }
  }
}

function readEnd(bytes: Buffer): number {
  if (bytes[0] !== 0) {
    throw new ConnectError('invalid flags of a message', Code.Internal);
  }
  const end = PREFIX_BYTES + bytes.readUInt32BE(1);
  if (end > RECEIVE_LIMIT_BYTES) {
    throw new ConnectError('too large', Code.ResourceExhausted);
  }
  return end;
}
