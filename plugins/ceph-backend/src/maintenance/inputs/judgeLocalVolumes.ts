import type { Volume } from '@internal/plugin-ceph-common';
import { unreadReason } from '../facts/unreadReason';
import type { PodFacts } from '../facts/PodFacts';
import type { JudgeContext } from '../JudgeContext';
import { judgeReplicas } from './judgeReplicas';
import { type Judgement, unread, worst } from './Judgement';
import { nameOf } from './nameOf';
import { nameVolume } from './nameVolume';

/** An address that only a cluster itself gives. */
const IN_CLUSTER = /\.svc(?:\.|$)/;

/** Whether data exists on the machine only, or its last replica does, and is used. */
export function judgeLocalVolumes({
  facts: { pods, volumes },
  index,
  node,
}: JudgeContext): Judgement {
  const missing = unreadReason(pods);
  if (missing) return unread(missing);
  if (!volumes.known) return unread(volumes.reason);
  return worst(
    judgeOutside(volumes.value, node),
    judgePlaces(volumes.value, node),
    judgeReplicas(volumes.value, node),
    judgeLocal(
      index.volumesOnlyOn(node).filter(({ kind }) => kind !== 'longhorn'),
    ),
    judgeFolders(index.podsOn(node)),
  );
}

/** What stays with the machine finds its folders again, and Ceph is judged by itself. */
function judgeFolders(pods: readonly PodFacts[]): Judgement {
  const keeping = pods.filter(
    ({ kind, labels, hostFolders }) =>
      (kind === 'moves' || kind === 'bare') &&
      labels.rook_cluster === undefined &&
      hostFolders.length > 0,
  );
  return keeping.length > 0
    ? {
        reason: 'local-folders-used',
        subjects: keeping.map(
          pod => `${nameOf(pod)} (${pod.hostFolders.join(', ')})`,
        ),
      }
    : { reason: 'local-volumes-none' };
}

function judgeLocal(local: readonly Volume[]): Judgement {
  const used = local.filter(({ pods }) => pods.length > 0);
  if (used.length > 0) {
    return { reason: 'local-volumes-offline', subjects: used.map(nameVolume) };
  }
  return local.length > 0
    ? { reason: 'local-volumes-unused', subjects: local.map(nameVolume) }
    : { reason: 'local-volumes-none' };
}

function judgePlaces(volumes: readonly Volume[], node: string): Judgement {
  const placeless = volumes.filter(isPlaceUnknown(node));
  return placeless.length > 0
    ? {
        reason: 'local-volumes-place-unknown',
        subjects: placeless.map(nameVolume),
      }
    : { reason: 'local-volumes-none' };
}

function judgeOutside(volumes: readonly Volume[], node: string): Judgement {
  const outside = volumes.filter(
    ({ kind, pods }) => kind === 'nfs' && pods.some(pod => pod.node === node),
  );
  return outside.length > 0
    ? {
        reason: 'local-volumes-elsewhere',
        subjects: outside.map(nameVolume),
      }
    : { reason: 'local-volumes-none' };
}

/** What pods use and might lie on the machine alone. Ceph's are judged by pools. */
function isPlaceUnknown(node: string) {
  return ({ kind, nodes, pods, nfs }: Volume): boolean => {
    if (pods.length === 0) return false;
    // It lies on one of them, whichever may use it.
    if (kind === 'local' && nodes.length > 1) return nodes.includes(node);
    // The server is a pod, and its data may lie anywhere.
    if (kind === 'nfs') return nfs !== undefined && IN_CLUSTER.test(nfs.server);
    return (
      nodes.length === 0 &&
      (kind === 'local' || kind === 'longhorn' || kind === 'other')
    );
  };
}
