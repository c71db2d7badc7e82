import { z } from 'zod';
import { appReferenceSchema } from './AppReference';
import { readingSchema } from './Reading';

export const volumeKindSchema = z.enum([
  'ceph-rbd',
  'cephfs',
  /** On one machine only: OpenEBS hostpath, local-path, local. */
  'local',
  'nfs',
  /** Replicated by Longhorn. */
  'longhorn',
  'other',
]);
export type VolumeKind = z.infer<typeof volumeKindSchema>;

export const volumeStateSchema = z.enum([
  'ok',
  /** Fewer copies than wanted. */
  'degraded',
  /** Cannot be read or written right now. */
  'blocked',
  /** Its machine, pool or server is gone. */
  'lost',
  'unknown',
]);

/** Why a volume is not `ok`; words for each are in the translations. */
export const volumeStateReasonSchema = z.enum([
  /** Volumes, or the machines they lie on, were not read lately. */
  'kubernetes-not-read',
  /** Nothing fresh is known of its Ceph cluster. */
  'ceph-not-read',
  /** Its handle names a Ceph cluster that the portal does not know. */
  'ceph-not-found',
  /** Ceph has no such pool any more. */
  'pool-gone',
  /** Some placement groups of its pool cannot be read or written. */
  'pool-inactive',
  /** Nothing can be written to its pool. */
  'pool-full',
  /** Copies are missing in its pool. */
  'pool-degraded',
  /** Something is wrong in Ceph, and it is not told in which pool. */
  'pool-not-told',
  /** The machine it lies on is no part of the cluster any more. */
  'node-gone',
  /** The machine it lies on is not ready. */
  'node-not-ready',
  /** The machine it lies on is not named. */
  'node-not-named',
  /** Its claim lost it. */
  'claim-lost',
  /** Longhorn's resources were not read lately. */
  'longhorn-not-read',
  /** Longhorn has no such volume any more. */
  'longhorn-gone',
  /** No replica of it is complete. */
  'replicas-failed',
  /** Some of its replicas are missing or being rebuilt. */
  'replicas-missing',
  /** Longhorn is changing it, or has never filled it. */
  'replicas-not-told',
  /** It lies on a server that no source of the portal watches. */
  'nfs-not-observed',
  /** Nobody tells the portal how the storage behind it is. */
  'not-observed',
]);
export type VolumeStateReason = z.infer<typeof volumeStateReasonSchema>;

/** A PersistentVolume with its claim and who uses it. */
export const volumeSchema = z.object({
  platform: z.string(),
  cluster: z.string(),
  /** Of the PersistentVolume. */
  name: z.string(),
  kind: volumeKindSchema,
  storageClass: z.string().optional(),
  sizeBytes: z.number(),
  phase: z.string(),
  accessModes: z.array(z.string()),
  claim: z.object({ namespace: z.string(), name: z.string() }).optional(),
  /** Pods that mount it now, with the machine each runs on. */
  pods: z.array(
    z.object({
      namespace: z.string(),
      name: z.string(),
      node: z.string().optional(),
    }),
  ),
  /** Machines that Kubernetes has attached it to, whether a pod there mounts it or not. */
  attachedTo: z.array(z.string()),
  apps: z.array(appReferenceSchema),
  state: volumeStateSchema,
  /** Of `state`, where it is not `ok`. */
  stateReason: volumeStateReasonSchema.optional(),
  /** How many copies there are, on how many machines at least. */
  redundancy: readingSchema(
    z.object({
      copies: z.number(),
      minCopies: z.number(),
      failureDomain: z.string().optional(),
    }),
  ),
  /** Machines its data lies on, or may lie on. */
  nodes: z.array(z.string()),
  /** What may still be stored on what it lies on, such as its pool; its own file system is not looked into. */
  freeBytes: readingSchema(z.number()),
  ceph: z
    .object({
      /** Where the Ceph cluster runs, which may be another Kubernetes cluster. */
      cluster: z.string(),
      name: z.string(),
      entityRef: z.string(),
      pool: z.string(),
      /** RBD image or CephFS subvolume. */
      image: z.string().optional(),
    })
    .optional(),
  nfs: z.object({ server: z.string(), path: z.string() }).optional(),
  /** What the profile or an annotation says of backups, word for word. */
  backup: z.string().optional(),
});
export type Volume = z.infer<typeof volumeSchema>;
