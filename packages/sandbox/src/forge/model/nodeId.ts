import { notFound } from './ForgeError';

export type NodeKind =
  'R' | 'REF' | 'PR' | 'PRR' | 'U' | 'LA' | 'C' | 'IC' | 'GO';

/** An opaque id of one thing at the forge, as GitHub's `id` and `node_id`. */
export function toNodeId(
  kind: NodeKind,
  ...parts: (string | number)[]
): string {
  return `${kind}_${Buffer.from(JSON.stringify(parts)).toString('base64url')}`;
}

/** The parts of an id of the kind; throws as GitHub does for anything else. */
export function parseNodeId(kind: NodeKind, id: string): string[] {
  const [prefix, encoded = ''] = splitOnce(id);
  if (prefix === kind) {
    try {
      const parts: unknown = JSON.parse(
        Buffer.from(encoded, 'base64url').toString('utf8'),
      );
      if (Array.isArray(parts)) {
        return parts.map(String);
      }
    } catch {
      // Not one of ours; refused below.
    }
  }
  throw notFound(`Could not resolve to a node with the global id of '${id}'`);
}

function splitOnce(id: string): [string, string] {
  const at = id.indexOf('_');
  return at < 0 ? ['', ''] : [id.slice(0, at), id.slice(at + 1)];
}
