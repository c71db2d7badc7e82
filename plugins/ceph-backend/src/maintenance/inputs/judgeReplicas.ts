import type { Volume } from '@internal/plugin-ceph-common';
import { nameVolume } from './nameVolume';
import type { Judgement } from './Judgement';

/** Whether used volumes that Longhorn replicates keep a complete replica without the machine. */
export function judgeReplicas(
  volumes: readonly Volume[],
  node: string,
): Judgement {
  const here = volumes.filter(
    ({ kind, nodes, pods }) =>
      kind === 'longhorn' && pods.length > 0 && nodes.includes(node),
  );
  const last = here.filter(({ nodes }) => nodes.length === 1);
  if (last.length > 0) {
    return { reason: 'replicas-last', subjects: last.map(nameVolume) };
  }
  const missing = here.filter(({ state }) => state !== 'ok');
  if (missing.length > 0) {
    return { reason: 'replicas-missing', subjects: missing.map(nameVolume) };
  }
  return here.length > 0
    ? { reason: 'replicas-elsewhere', values: { volumes: here.length } }
    : { reason: 'local-volumes-none' };
}
