import type { CephFacts } from '../facts/CephFacts';
import type { PodFacts } from '../facts/PodFacts';
import type { JudgeContext } from '../JudgeContext';

/** Pods of one kind of Ceph's daemons on the machine, by Rook's label. */
export function listCephPods(
  { index, node }: Pick<JudgeContext, 'index' | 'node'>,
  { namespace }: Pick<CephFacts, 'namespace'>,
  daemon: 'osd' | 'mon' | 'mgr' | 'mds',
): PodFacts[] {
  return index
    .podsOn(node)
    .filter(
      pod =>
        pod.namespace === namespace && pod.labels.app === `rook-ceph-${daemon}`,
    );
}
