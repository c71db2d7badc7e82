import { InputError, isError } from '@backstage/errors';
import { applyPatch, type Operation } from 'fast-json-patch';
import { z } from 'zod';
import { isRecord } from '../isRecord';
import type { Resource } from './Resource';

const path = z.string();
const operationSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('add'), path, value: z.unknown() }),
  z.object({ op: z.literal('replace'), path, value: z.unknown() }),
  z.object({ op: z.literal('test'), path, value: z.unknown() }),
  z.object({ op: z.literal('remove'), path }),
  z.object({ op: z.literal('move'), path, from: z.string() }),
  z.object({ op: z.literal('copy'), path, from: z.string() }),
]);
export const jsonPatchSchema = z.array(operationSchema);
export type JsonPatch = z.output<typeof jsonPatchSchema>;

/** Changes an object by JSON 6902 operations. Throws an `InputError` where one does not fit it. */
export function applyJsonPatch(resource: Resource, patch: JsonPatch): void {
  const operations: Operation[] = patch.flatMap(operation =>
    isLeftOut(resource, operation.path)
      ? []
      : [
          'value' in operation
            ? { ...operation, value: operation.value ?? null }
            : operation,
        ],
  );
  try {
    const { newDocument } = applyPatch<unknown>(
      resource.value,
      operations,
      true,
      false,
    );
    if (isRecord(newDocument)) resource.change(newDocument);
  } catch (error) {
    if (!isError(error)) throw error;
    const [reason] = error.message.split('\n');
    throw new InputError(`an operation does not fit: ${reason}`);
  }
}

/** The values of a Secret are never read, so nothing in them can be changed. */
function isLeftOut(resource: Resource, pointer: string): boolean {
  return (
    resource.value.kind === 'Secret' &&
    !resource.generated &&
    /^\/(data|stringData)(\/|$)/.test(pointer)
  );
}
