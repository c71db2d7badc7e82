import { z } from 'zod';
import {
  clusterStateSchema,
  nodeChangeSchema,
  nodeDetailSchema,
  nodeSummarySchema,
} from './TalosNode';

/** `GET /nodes?platform=&cluster=`: all machines, from the shared snapshot. */
export const nodeListSchema = z.object({
  items: z.array(nodeSummarySchema),
  clusters: z.array(clusterStateSchema),
});
export type NodeList = z.infer<typeof nodeListSchema>;

/** `GET /nodes/:platform/:cluster/:name`. */
export const nodeAnswerSchema = nodeDetailSchema;

/** `GET /changes?platform=&cluster=&node=&limit=`: newest first. */
export const nodeChangeListSchema = z.object({
  items: z.array(nodeChangeSchema),
});

/** `GET /nodes/:platform/:cluster/:name/live`: asked of the machine itself, at most once in two seconds however many look. */
export const nodeLiveSchema = z.object({
  observedAt: z.string(),
  /** Share of all processors that worked since the last answer, 0 to 1; absent at first. */
  processorUse: z.number().optional(),
  load: z.object({ one: z.number(), five: z.number(), fifteen: z.number() }),
  memory: z.object({ totalBytes: z.number(), availableBytes: z.number() }),
  /** Bytes a second since the last answer. */
  disks: z.array(
    z.object({ name: z.string(), read: z.number(), written: z.number() }),
  ),
  links: z.array(
    z.object({ name: z.string(), received: z.number(), sent: z.number() }),
  ),
  mounts: z.array(
    z.object({
      mountedOn: z.string(),
      sizeBytes: z.number(),
      availableBytes: z.number(),
    }),
  ),
});
export type NodeLive = z.infer<typeof nodeLiveSchema>;
