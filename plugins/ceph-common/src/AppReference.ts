import { z } from 'zod';

/** Something that runs on a cluster: a catalog Component, or pods that belong to none. */
export const appReferenceSchema = z.object({
  /** The app's name; of pods without an app, their controller's or their own. */
  name: z.string(),
  namespace: z.string(),
  /** Component; absent where the pods belong to no app of the catalog. */
  entityRef: z.string().optional(),
  /** Entity ref of the owner. */
  owner: z.string().optional(),
});
export type AppReference = z.infer<typeof appReferenceSchema>;
