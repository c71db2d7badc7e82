import type { Claim } from '../inventory/kubernetes/claimSchema';
import type { PersistentVolume } from '../inventory/kubernetes/persistentVolumeSchema';

const OWN = 'portal.internal/backup';
/** Of K8up: `true`, or `false` where it is told to pass the claim over. */
const K8UP = 'k8up.io/backup';

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
  return annotations[OWN] ?? (k8up === undefined ? k8up : `${K8UP}: ${k8up}`);
}
