import {
  type UnreadReason,
  unreadReasonSchema,
} from '@internal/plugin-ceph-common';
import type { ClusterFacts } from '../facts/ClusterFacts';

export type Path = readonly (string | number)[];

/** Where something known stands in the facts, such as `machines.value.0.ready`. */
export function listKnown(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, child]) =>
    listKnown(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return 'known' in value && value.known === true ? [path, ...inner] : inner;
}

/** The facts as they would be had that piece not been read. */
export function forgetOne(
  facts: ClusterFacts,
  path: Path,
  reason: UnreadReason,
): ClusterFacts {
  const copy = structuredClone(facts);
  let holder: unknown = copy;
  for (const key of path.slice(0, -1))
    holder = Reflect.get(Object(holder), key);
  const last = path.at(-1);
  if (last !== undefined) {
    Reflect.set(Object(holder), last, { known: false, reason });
  }
  return copy;
}

export const UNREAD_REASONS = unreadReasonSchema.options;
