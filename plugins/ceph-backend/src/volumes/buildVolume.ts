import type { Pool, Volume } from '@internal/plugin-ceph-common';
import { parseQuantity } from '@internal/upstream';
import type { PersistentVolume } from '../inventory/kubernetes/persistentVolumeSchema';
import { judgeNode } from './judgeNode';
import { type Judgement, judgePool } from './judgePool';
import { listBoundNodes } from './listBoundNodes';
import { type CephLocation, locateOnCeph } from './locateOnCeph';
import { type LonghornLocation, locateOnLonghorn } from './locateOnLonghorn';
import { readBackupMark } from './readBackupMark';
import { toVolumeKind } from './toVolumeKind';
import type { UsageProof } from './UsageIndex';
import type { VolumeContext } from './VolumeContext';

/** A volume, with how certain it is what it hangs on. */
export interface BuiltVolume {
  volume: Volume;
  /** Whether the volume itself names its pool. */
  isPoolProven: boolean;
  usage: UsageProof;
}

const notReported = { known: false, reason: 'not-reported' } as const;

export function buildVolume(
  persistent: PersistentVolume,
  context: VolumeContext,
): BuiltVolume {
  const { platform, cluster, kubernetes } = context.reading.inventory;
  const { metadata, spec, status } = persistent;
  const { claimRef, storageClassName } = spec;
  const claim =
    claimRef && context.claims.get(`${claimRef.namespace}/${claimRef.name}`);
  const usage = claimRef
    ? context.usage.find(claimRef, claim)
    : { pods: [], apps: [], proof: 'mount' as const };
  const kind = toVolumeKind(persistent);
  const onCeph = kind === 'ceph-rbd' || kind === 'cephfs';
  const storageClass = context.classes.get(storageClassName ?? '');
  const location = onCeph
    ? locateOnCeph(persistent, storageClass, cluster, context.directory)
    : undefined;
  const onLonghorn =
    kind === 'longhorn'
      ? locateOnLonghorn(
          spec.csi?.volumeHandle,
          context.reading.inventory.longhorn,
          context.names,
        )
      : undefined;
  const nodes =
    kind === 'local'
      ? listBoundNodes(persistent, context.names)
      : (onLonghorn?.nodes ?? []);
  const judgement = judge({
    isFresh: kubernetes.volumes.state === 'fresh',
    isLost: claim?.status.phase === 'Lost',
    kind,
    location,
    onLonghorn,
    nodes,
    context,
  });
  const volume: Volume = {
    platform,
    cluster,
    name: metadata.name,
    kind,
    storageClass: storageClassName || undefined,
    sizeBytes: parseQuantity(spec.capacity.storage) ?? 0,
    phase: status.phase,
    accessModes: spec.accessModes,
    claim: claimRef && { namespace: claimRef.namespace, name: claimRef.name },
    pods: usage.pods,
    attachedTo: context.attachments.get(metadata.name) ?? [],
    apps: usage.apps,
    state: judgement.state,
    stateReason: judgement.reason,
    redundancy: toRedundancy(kind, location, onLonghorn, context),
    nodes: location
      ? [...context.nodesOfPool(location.detail.entityRef, location.poolName)]
      : nodes,
    freeBytes: location?.pool?.availableBytes ?? notReported,
    ceph: location && {
      cluster: location.detail.cluster,
      name: location.detail.name,
      entityRef: location.detail.entityRef,
      pool: location.poolName,
      image: location.image,
    },
    nfs: toNfs(persistent),
    backup: readBackupMark(persistent, claim),
  };
  return {
    volume,
    isPoolProven: location?.isProven ?? false,
    usage: usage.proof,
  };
}

function judge(options: {
  isFresh: boolean;
  isLost: boolean;
  kind: Volume['kind'];
  location: CephLocation | undefined;
  onLonghorn: LonghornLocation | undefined;
  nodes: readonly string[];
  context: VolumeContext;
}): Judgement {
  const { isFresh, isLost, kind, location, onLonghorn, nodes, context } =
    options;
  if (!isFresh) return { state: 'unknown', reason: 'kubernetes-not-read' };
  if (isLost) return { state: 'lost', reason: 'claim-lost' };
  switch (kind) {
    case 'local':
      return judgeNodes(context.reading.inventory.kubernetes, nodes);
    case 'ceph-rbd':
    case 'cephfs':
      return judgeLocation(location);
    case 'nfs':
      return { state: 'unknown', reason: 'nfs-not-observed' };
    case 'longhorn':
      return {
        state: onLonghorn?.state ?? 'unknown',
        reason: onLonghorn?.reason,
      };
    case 'other':
      return { state: 'unknown', reason: 'not-observed' };
    default:
      return kind satisfies never;
  }
}

function judgeLocation(location: CephLocation | undefined): Judgement {
  if (!location) return { state: 'unknown', reason: 'ceph-not-found' };
  const { detail, pool } = location;
  if (pool) return judgePool(detail, pool);
  return detail.pools.known && detail.health !== 'unknown'
    ? { state: 'lost', reason: 'pool-gone' }
    : { state: 'unknown', reason: 'ceph-not-read' };
}

/** A copy on each of several machines that the volume may be used on is not known of. */
function judgeNodes(
  kubernetes: VolumeContext['reading']['inventory']['kubernetes'],
  nodes: readonly string[],
): Judgement {
  return judgeNode(kubernetes, nodes.length === 1 ? nodes[0] : undefined);
}

function toRedundancy(
  kind: Volume['kind'],
  location: CephLocation | undefined,
  onLonghorn: LonghornLocation | undefined,
  { reading }: VolumeContext,
): Volume['redundancy'] {
  const { kubernetes, longhorn } = reading.inventory;
  if (kind === 'local' && kubernetes.volumes.state !== 'unread') {
    return {
      known: true,
      value: { copies: 1, minCopies: 1 },
      source: 'kubernetes',
      observedAt: kubernetes.volumes.observedAt,
    };
  }
  if (location) return fromPool(location.detail.pools, location.pool);
  return onLonghorn?.copies !== undefined && longhorn?.state === 'fresh'
    ? {
        known: true,
        value: { copies: onLonghorn.copies, minCopies: 1 },
        source: 'longhorn',
        observedAt: longhorn.observedAt,
      }
    : notReported;
}

function fromPool(
  pools: CephLocation['detail']['pools'],
  pool: Pool | undefined,
): Volume['redundancy'] {
  if (!pools.known) return pools;
  return pool
    ? {
        ...pools,
        value: {
          copies: pool.size,
          minCopies: pool.minSize,
          failureDomain: pool.failureDomain,
        },
      }
    : notReported;
}

function toNfs({ spec: { nfs, csi } }: PersistentVolume): Volume['nfs'] {
  if (nfs) return { server: nfs.server, path: nfs.path };
  const { server, share } = csi?.volumeAttributes ?? {};
  return csi?.driver === 'nfs.csi.k8s.io' && server
    ? { server, path: share ?? '' }
    : undefined;
}
