import { z } from 'zod';

export const storageClassSchema = z.object({
  metadata: z.object({ name: z.string() }),
  provisioner: z.string(),
  parameters: z.record(z.string(), z.string()).default({}),
});

/** A StorageClass, as far as it is used. */
export type StorageClass = z.output<typeof storageClassSchema>;
