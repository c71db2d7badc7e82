import { z } from 'zod';

export const attachmentSchema = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    attacher: z.string(),
    nodeName: z.string(),
    source: z.object({ persistentVolumeName: z.string().optional() }),
  }),
  status: z.object({ attached: z.boolean().default(false) }).prefault({}),
});

/** A VolumeAttachment, as far as it is used. */
export type Attachment = z.output<typeof attachmentSchema>;
