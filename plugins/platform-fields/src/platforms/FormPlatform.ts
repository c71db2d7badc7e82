import { platformSummarySchema } from '@internal/plugin-change-requests-common';
import { z } from 'zod';

export const formPlatformSchema = platformSummarySchema.extend({
  /** Entity ref of the group that may ask in the name of every group. */
  platformTeam: z.string().optional(),
});

/** A platform as the form offers it. */
export type FormPlatform = z.infer<typeof formPlatformSchema>;
