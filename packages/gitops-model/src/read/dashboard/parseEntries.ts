import { isRecord } from '../isRecord';
import { readLimits } from '../readLimits';

/** A link as Homepage's configuration holds it. */
export interface FoundEntry {
  title: string;
  group?: string;
  href: string;
  /** The item of the list, for its line. */
  item: object;
}

/**
 * The links of a list of groups, as Homepage's services and bookmarks are
 * written: group → entries → settings, groups within groups included.
 */
export function parseEntries(
  list: unknown,
  group?: string,
  depth = 0,
): FoundEntry[] {
  if (!Array.isArray(list) || depth > readLimits.depth) return [];
  return list.flatMap((item: unknown) =>
    isRecord(item)
      ? Object.entries(item).flatMap(([title, value]) => {
          const settings = settingsOf(value);
          if (!settings) return parseEntries(value, title, depth + 1);
          const { href } = settings;
          return typeof href === 'string' ? [{ title, group, href, item }] : [];
        })
      : [],
  );
}

/** A service's settings are a mapping, a bookmark's a list of one. */
function settingsOf(value: unknown): Record<string, unknown> | undefined {
  if (isRecord(value)) return value;
  const [first]: unknown[] = Array.isArray(value) ? value : [];
  return isRecord(first) && typeof first.href === 'string' ? first : undefined;
}
