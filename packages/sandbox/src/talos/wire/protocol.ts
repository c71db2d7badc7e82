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
  return message
    .encode(message.fromObject(withoutDefaults(message, value)))
    .finish();
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

/** What is zero or empty is not on the wire, but where its presence means something. */
function withoutDefaults(
  message: protobuf.Type,
  value: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const field = message.fields[key]?.resolve();
      if (!field) {
        throw new Error(`${message.fullName} has no field ${key}.`);
      }
      if (field.map || item === undefined) {
        return item === undefined ? [] : [[key, item]];
      }
      const { resolvedType } = field;
      if (resolvedType instanceof protobuf.Type) {
        const nested = (one: unknown) =>
          isRecord(one) ? withoutDefaults(resolvedType, one) : one;
        return [[key, Array.isArray(item) ? item.map(nested) : nested(item)]];
      }
      const isDefault =
        !field.repeated &&
        field.options?.proto3_optional !== true &&
        [0, '0', '', false].some(empty => empty === item);
      return isDefault ? [] : [[key, item]];
    }),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
