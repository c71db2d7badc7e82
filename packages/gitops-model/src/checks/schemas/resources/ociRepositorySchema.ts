import { z } from 'zod';
import { customResource } from './customResource';
import {
  duration,
  localReference,
  provider,
  sourceTimeout,
  verification,
} from './fluxParts';

/** `source.toolkit.fluxcd.io/v1`, as of Flux 2.9. */
export const ociRepositorySchema = customResource(
  z.strictObject({
    interval: duration,
    url: z.string().regex(/^oci:\/\//),
    certSecretRef: localReference.optional(),
    ignore: z.string().optional(),
    insecure: z.boolean().optional(),
    layerSelector: z
      .strictObject({
        mediaType: z.string().optional(),
        operation: z.enum(['extract', 'copy']).optional(),
      })
      .optional(),
    provider: provider.optional(),
    proxySecretRef: localReference.optional(),
    ref: z
      .strictObject({
        digest: z.string().optional(),
        semver: z.string().optional(),
        semverFilter: z.string().optional(),
        tag: z.string().optional(),
      })
      .optional(),
    secretRef: localReference.optional(),
    serviceAccountName: z.string().optional(),
    suspend: z.boolean().optional(),
    timeout: sourceTimeout.optional(),
    verify: verification
      .extend({ trustedRootSecretRef: localReference.optional() })
      .optional(),
  }),
);
