import type { Volume } from '@internal/plugin-ceph-common';
import { unreadReason } from '../facts/unreadReason';
import type { JudgeContext } from '../JudgeContext';
import { type Judgement, unread } from './Judgement';

/** Whether data exists on the machine only, and is used. */
export function judgeLocalVolumes({
  facts,
  index,
  node,
}: JudgeContext): Judgement {
  const missing = unreadReason(facts.volumes);
  if (missing || !facts.volumes.known) {
    return unread(missing ?? 'not-reported');
  }
  const placeless = facts.volumes.value.filter(isPlaceUnknown(node));
  if (placeless.length > 0) {
    return {
      reason: 'local-volumes-place-unknown',
      subjects: names(placeless),
    };
  }
  const local = index.volumesOnlyOn(node);
  const used = local.filter(({ pods }) => pods.length > 0);
  if (used.length > 0) {
    return { reason: 'local-volumes-offline', subjects: names(used) };
  }
  return local.length > 0
    ? { reason: 'local-volumes-unused', subjects: names(local) }
    : { reason: 'local-volumes-none' };
}

/** What pods use and might lie on the machine alone. Ceph's are judged by pools; NFS lies elsewhere. */
function isPlaceUnknown(node: string) {
  return ({ kind, nodes, pods }: Volume): boolean => {
    if (pods.length === 0) return false;
    // It lies on one of them, whichever may use it.
    if (kind === 'local' && nodes.length > 1) return nodes.includes(node);
    return (
      nodes.length === 0 &&
      (kind === 'local' || kind === 'longhorn' || kind === 'other')
    );
  };
}

function names(volumes: readonly Volume[]): string[] {
  return volumes.map(({ name, claim }) =>
    claim ? `${claim.namespace}/${claim.name}` : name,
  );
}
