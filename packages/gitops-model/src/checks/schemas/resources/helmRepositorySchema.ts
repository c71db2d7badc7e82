import { z } from 'zod';
import { customResource } from './customResource';
import { duration, localReference, provider, sourceTimeout } from './fluxParts';

/** `source.toolkit.fluxcd.io/v1`, as of Flux 2.9. */
export const helmRepositorySchema = customResource(
  z.strictObject({
    url: z.string().regex(/^(https?|oci):\/\//),
    accessFrom: z
      .strictObject({
        namespaceSelectors: z.array(
          z.strictObject({
            matchLabels: z.record(z.string(), z.string()).optional(),
          }),
        ),
      })
      .optional(),
    certSecretRef: localReference.optional(),
    insecure: z.boolean().optional(),
    interval: duration.optional(),
    passCredentials: z.boolean().optional(),
    provider: provider.optional(),
    secretRef: localReference.optional(),
    suspend: z.boolean().optional(),
    timeout: sourceTimeout.optional(),
    type: z.enum(['default', 'oci']).optional(),
  }),
);
