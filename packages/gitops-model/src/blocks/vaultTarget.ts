import type { HclBlock } from '../edit/hcl/HclBlock';

/** What of the secret store a block of Terraform writes to. */
export type VaultTarget =
  | { kind: 'none' }
  /** As an app reads it, without the mount. */
  | { kind: 'key'; key: string }
  /** A path that only Terraform can tell. */
  | { kind: 'unknown' };

const none: VaultTarget = { kind: 'none' };

/**
 * Where in the secret store a block writes.
 *
 * @param mount - the store's own
 * @param blocks - those that may declare the mount that the block refers to
 */
export function vaultTarget(
  { type, labels: [resource], attributes }: HclBlock,
  mount: string,
  blocks: readonly HclBlock[],
): VaultTarget {
  if (type !== 'resource') return none;
  // A mount that is a reference is taken for the store's own, unless it is known to be another.
  const isOwn = (written: unknown, reference = '') =>
    [undefined, mount].includes(
      textOf(written) ?? mountPath(reference, blocks),
    );
  if (resource === 'vault_kv_secret_v2') {
    const { mount: written, name } = attributes;
    if (!isOwn(written?.literal, written?.text)) return none;
    const key = textOf(name?.literal);
    return key === undefined ? { kind: 'unknown' } : { kind: 'key', key };
  }
  if (resource !== 'vault_generic_secret') return none;
  const path = textOf(attributes.path?.literal);
  if (path !== undefined) {
    return path.startsWith(`${mount}/`)
      ? { kind: 'key', key: path.slice(mount.length + 1) }
      : none;
  }
  const [, reference, key] =
    /^"\$\{\s*(vault_mount\.[\w-]+\.path)\s*\}\/([^"$%\\]+)"$/.exec(
      attributes.path?.text ?? '',
    ) ?? [];
  if (reference === undefined) return { kind: 'unknown' };
  return isOwn(undefined, reference) ? { kind: 'key', key } : none;
}

/** The path of the mount that an expression refers to, where a block says it. */
function mountPath(
  reference: string,
  blocks: readonly HclBlock[],
): string | undefined {
  const [, name] = /^vault_mount\.([\w-]+)\.path$/.exec(reference) ?? [];
  const declared = blocks.find(
    ({ type, labels }) =>
      type === 'resource' && labels[0] === 'vault_mount' && labels[1] === name,
  );
  return textOf(declared?.attributes.path?.literal);
}

function textOf(literal: unknown): string | undefined {
  return typeof literal === 'string' ? literal : undefined;
}
