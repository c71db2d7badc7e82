import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { App } from '@internal/gitops-model';

/** The owner as an entity ref, and why; what an app names wrongly falls back to the default. */
export function resolveOwner(
  { owner, ownerReason }: Pick<App, 'owner' | 'ownerReason'>,
  defaultOwner: string,
): { owner: string; reason: string } {
  const ref = owner === undefined ? undefined : toOwnerRef(owner);
  if (ref !== undefined) return { owner: ref, reason: ownerReason };
  return {
    owner: defaultOwner,
    reason:
      owner === undefined
        ? 'default owner of the profile'
        : `default owner of the profile, because ${ownerReason} does not name a group or user`,
  };
}

function toOwnerRef(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    const kind = ref.kind.toLowerCase();
    const isRef =
      (kind === 'group' || kind === 'user') &&
      /^[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/.test(ref.name) &&
      /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(ref.namespace);
    return isRef ? stringifyEntityRef(ref) : undefined;
  } catch {
    return undefined;
  }
}
