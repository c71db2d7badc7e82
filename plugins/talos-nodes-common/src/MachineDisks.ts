import { z } from 'zod';
import { factSchema } from './Fact';
import { diskSchema } from './Hardware';

/** `GET /disks?platform=&cluster=`: the disks of all machines, from the shared snapshot. */
export const machineDisksListSchema = z.object({
  items: z.array(
    z.object({
      platform: z.string(),
      cluster: z.string(),
      node: z.string(),
      /** Catalog entity of the machine. */
      entityRef: z.string(),
      disks: factSchema(z.array(diskSchema)),
    }),
  ),
});
export type MachineDisksList = z.infer<typeof machineDisksListSchema>;
