import { z } from 'zod';
import { isRecord } from '../isRecord';

const patchListSchema = z
  .array(
    z.object({
      op: z.string(),
      path: z.string().startsWith('/'),
      value: z.unknown().optional(),
    }),
  )
  .min(1);
type PatchList = z.output<typeof patchListSchema>;

/** Whether a document is a list of JSON 6902 operations. */
export function isPatchList(value: unknown): value is PatchList {
  return patchListSchema.safeParse(value).success;
}

/** What the operations put in place, on top of nothing. */
export function applyPatchList(patches: PatchList): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const { op, path, value } of patches) {
    if (op !== 'add' && op !== 'replace') continue;
    const keys = path
      .slice(1)
      .split('/')
      .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    put(root, keys, value);
  }
  return root;
}

function put(
  target: Record<string, unknown>,
  [key, ...rest]: string[],
  value: unknown,
): void {
  const [next] = rest;
  const existing = Object.hasOwn(target, key) ? target[key] : undefined;
  if (next === undefined) {
    set(target, key, value);
  } else if (next === '-' || /^\d+$/.test(next)) {
    const list: unknown[] = Array.isArray(existing) ? existing : [];
    // Which item is meant cannot be told without the list itself.
    if (rest.length === 1) list.push(value);
    set(target, key, list);
  } else {
    const inner = isRecord(existing) ? existing : {};
    set(target, key, inner);
    put(inner, rest, value);
  }
}

/** Never a setter of the prototype. */
function set(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
