import { operationsSchema } from '@internal/gitops-model';
import { z } from 'zod';

/** Body of `POST /previews` and `POST /requests`. */
export const changeRequestBodySchema = z.strictObject({
  platform: z.string().min(1).max(63),
  operations: operationsSchema,
  template: z
    .strictObject({
      name: z.string().min(1).max(253),
      version: z.string().min(1).max(63),
    })
    .optional(),
});
