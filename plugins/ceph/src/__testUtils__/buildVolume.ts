import { Volume } from '@internal/plugin-ceph-common';

/** A volume of an app on Ceph, with three copies. */
export function buildVolume(parts: Partial<Volume> = {}): Volume {
  const observedAt = new Date().toISOString();
  return {
    platform: 'pitower',
    cluster: 'pitower',
    name: 'pvc-0b7e2f4c',
    kind: 'ceph-rbd',
    storageClass: 'ceph-block',
    sizeBytes: 20 * 1024 ** 3,
    phase: 'Bound',
    accessModes: ['ReadWriteOnce'],
    claim: { namespace: 'selfhosted', name: 'paperless-data' },
    pods: [{ namespace: 'selfhosted', name: 'paperless-0', node: 'worker-01' }],
    attachedTo: ['worker-01'],
    apps: [
      {
        name: 'paperless',
        namespace: 'selfhosted',
        entityRef: 'component:default/paperless',
        owner: 'group:default/atlas',
      },
    ],
    state: 'ok',
    redundancy: {
      known: true,
      value: { copies: 3, minCopies: 2, failureDomain: 'host' },
      source: 'ceph-manager',
      observedAt,
    },
    nodes: ['worker-01', 'worker-02', 'worker-03'],
    freeBytes: {
      known: true,
      value: 120_000_000_000,
      source: 'ceph-manager',
      observedAt,
    },
    ceph: {
      cluster: 'pitower',
      name: 'rook-ceph',
      entityRef: 'resource:default/pitower.rook-ceph',
      pool: 'ceph-blockpool',
      image: 'csi-vol-0b7e2f4c',
    },
    backup: 'nightly to the NAS',
    ...parts,
  };
}

/** A volume that exists on one machine only. */
export function buildLocalVolume(parts: Partial<Volume> = {}): Volume {
  return buildVolume({
    name: 'pvc-local-1',
    kind: 'local',
    storageClass: 'openebs-hostpath',
    claim: { namespace: 'databases', name: 'postgres-1' },
    redundancy: {
      known: true,
      value: { copies: 1, minCopies: 1 },
      source: 'kubernetes',
      observedAt: new Date().toISOString(),
    },
    nodes: ['worker-02'],
    freeBytes: { known: false, reason: 'not-reported' },
    ceph: undefined,
    backup: undefined,
    ...parts,
  });
}
