import type { Claim } from '../inventory/kubernetes/claimSchema';
import type { PersistentVolume } from '../inventory/kubernetes/persistentVolumeSchema';

const OWN = 'portal.internal/backup';
/** Of K8up: `true`, or `false` where it is told to pass the claim over. */
const K8UP = 'k8up.io/backup';
/** Whose `ReplicationDestination` a claim is restored from when it is made anew. */
const VOLSYNC = 'volsync.backube';

/** What the claim, or else the volume, says of backups. */
export function readBackupMark(
  { metadata }: PersistentVolume,
  claim: Claim | undefined,
): string | undefined {
  const annotations = {
    ...metadata.annotations,
    ...claim?.metadata.annotations,
  };
  const k8up = annotations[K8UP];
  if (annotations[OWN] !== undefined) return annotations[OWN];
  if (k8up !== undefined) return `${K8UP}: ${k8up}`;
  const source = claim?.spec.dataSourceRef;
  return source?.apiGroup === VOLSYNC
    ? `VolSync: ${source.kind} ${source.name}`
    : undefined;
}
