import { parseResource } from './parseResource';
import type { ResourceKind, TalosResource } from './resources';
import type { TalosClient } from './TalosClient';
import type { TalosAnswer } from './TalosFailure';

/** Of one list; as much as one message may be. */
const LIMIT_CHARACTERS = 32 * 1024 * 1024;

/** All resources of a type on one machine. */
export async function listResources<T>(
  client: TalosClient,
  /** Default: the endpoint itself. */
  node: string | undefined,
  kind: ResourceKind<T>,
  signal: AbortSignal,
): Promise<TalosAnswer<TalosResource<T>[]>> {
  const { namespace, type } = kind;
  let size = 0;
  const answer = await client.call(node, signal, async ({ state }, options) => {
    const items: TalosResource<T>[] = [];
    size = 0;
    for await (const { resource } of state.list({ namespace, type }, options)) {
      size += resource?.spec?.yamlSpec.length ?? 0;
      if (size > LIMIT_CHARACTERS) break;
      const parsed = parseResource(kind, resource);
      if (parsed) items.push(parsed);
    }
    return items;
  });
  return size > LIMIT_CHARACTERS
    ? { ok: false, failure: { reason: 'too-large' } }
    : answer;
}
