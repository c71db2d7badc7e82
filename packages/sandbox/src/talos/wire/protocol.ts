import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import protobuf from 'protobufjs';

const folder = join(
  dirname(require.resolve('@internal/sandbox/package.json')),
  'talos/protocol',
);
const root = new protobuf.Root().loadSync(
  readdirSync(folder).map(name => join(folder, name)),
  { keepCase: true },
);
root.resolveAll();

/**
 * Bytes of a message such as `machine.Version`; fields by their names in the
 * `.proto` files, numbers of 64 bits as decimal text where they may be large.
 */
export function encodeMessage(
  type: string,
  value: Record<string, unknown>,
): Uint8Array {
  const message = root.lookupType(type);
  return message.encode(message.fromObject(value)).finish();
}

/** What the bytes hold, 64 bits as decimal text, absent fields left out. Throws on bytes that are no such message. */
export function decodeMessage(type: string, bytes: Uint8Array): unknown {
  const message = root.lookupType(type);
  return message.toObject(message.decode(bytes), {
    longs: String,
    enums: Number,
    arrays: true,
  });
}
