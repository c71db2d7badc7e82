import { z } from 'zod';
import {
  cephDetailSchema,
  cephSampleSchema,
  cephSummarySchema,
} from './CephCluster';
import { chainSchema } from './Chain';
import {
  dependentsSchema,
  nodeVerdictSchema,
  rollingPlanSchema,
} from './Maintenance';
import { storageSourceStateSchema } from './Reading';
import { volumeSchema } from './Volume';

/** `GET /clusters?platform=`: storage of each Kubernetes cluster. */
export const storageListSchema = z.object({
  items: z.array(
    z.object({
      platform: z.string(),
      cluster: z.string(),
      sources: z.array(storageSourceStateSchema),
      ceph: z.array(cephSummarySchema),
      volumes: z.number(),
    }),
  ),
});
export type StorageList = z.infer<typeof storageListSchema>;

/** `GET /clusters/:platform/:cluster/ceph/:name`. */
export const cephAnswerSchema = cephDetailSchema;

/** `GET /clusters/:platform/:cluster/ceph/:name/history?hours=` (default 24, at most 720): oldest first, at most 500 points. */
export const cephHistorySchema = z.object({ items: z.array(cephSampleSchema) });

const facetSchema = z.array(z.object({ value: z.string(), count: z.number() }));

/** `GET /volumes?platform=&cluster=&kind=&state=&app=&node=&q=&offset=&limit=`; `app` is an entity ref. */
export const volumeListSchema = z.object({
  items: z.array(volumeSchema),
  total: z.number(),
  sources: z.array(storageSourceStateSchema),
  /** Values to choose from, each counted with the other filters in force; absent where they are not counted. */
  facets: z
    .object({
      kind: facetSchema,
      state: facetSchema,
      /** Entity refs. */
      app: facetSchema,
      node: facetSchema,
    })
    .optional(),
});
export type VolumeList = z.infer<typeof volumeListSchema>;

/**
 * `GET /chain?platform=&cluster=` and one of `node=`, `osd=` (its number),
 * `pool=`, `volume=` (of the PersistentVolume), `app=` (entity ref): what hangs
 * together with it, both ways, at most 40 of a kind. Where a cluster has several
 * Ceph clusters, `ceph=` names one for `osd=` and `pool=`. With none of them, all
 * of the cluster, or of the Ceph cluster that `ceph=` names.
 */
export const chainAnswerSchema = chainSchema;

/** `GET /maintenance/:platform/:cluster`: the verdict for every machine, and an order for all. */
export const maintenanceAnswerSchema = rollingPlanSchema;

/** `GET /maintenance/:platform/:cluster/:node`. */
export const nodeMaintenanceSchema = z.object({
  verdict: nodeVerdictSchema,
  dependents: dependentsSchema,
});
export type NodeMaintenance = z.infer<typeof nodeMaintenanceSchema>;
