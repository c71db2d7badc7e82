import { visitMappings } from '../collect/visitMappings';
import { isRecord } from '../isRecord';
import type { SourceRef } from '../RepositoryModel';
import type { PlacedEntry } from './readConfigTexts';

const prefix = 'gethomepage.dev/';

/**
 * Links that routes and ingresses ask for themselves, by annotations: in
 * objects, where annotations and hosts stand under `metadata` and `spec`, and
 * in Helm values, where they stand side by side.
 */
export function readAnnotations(
  value: Record<string, unknown>,
  sourceOf: (mapping: object) => SourceRef,
): PlacedEntry[] {
  const entries: PlacedEntry[] = [];
  const seen = new Set<object>();
  visitMappings(value, mapping => {
    const metadata = isRecord(mapping.metadata) ? mapping.metadata : mapping;
    const spec = isRecord(mapping.spec) ? mapping.spec : mapping;
    const { annotations, name } = metadata;
    // An object's metadata is met again on its own, without its hosts.
    if (!isRecord(annotations) || seen.has(annotations)) return;
    seen.add(annotations);
    const read = (key: string): string | undefined => {
      const text = annotations[`${prefix}${key}`];
      return typeof text === 'string' && text !== '' ? text : undefined;
    };
    if (String(annotations[`${prefix}enabled`]) !== 'true') return;
    const host = firstHost(spec);
    const href = read('href') ?? (host && `https://${host}`);
    if (href === undefined) return;
    const title = read('name') ?? (typeof name === 'string' ? name : href);
    entries.push({
      title,
      group: read('group'),
      href,
      source: sourceOf(annotations),
    });
  });
  return entries;
}

/** Of an HTTPRoute's `hostnames`, or an Ingress's `rules` or `hosts`. */
function firstHost({
  hostnames,
  rules,
  hosts,
}: Record<string, unknown>): string | undefined {
  const candidates = [hostnames, rules, hosts]
    .flatMap((list): unknown[] => (Array.isArray(list) ? list : []))
    .map(item => (isRecord(item) ? item.host : item));
  return candidates.find(host => typeof host === 'string');
}
