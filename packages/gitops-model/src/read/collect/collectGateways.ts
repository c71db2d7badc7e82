import { z } from 'zod';
import type { RenderedUnit } from '../RenderedUnit';
import type { Reading } from '../Reading';
import type { AllowedRoutes, Gateway } from '../RepositoryModel';
import { parseManifest } from './parseManifest';

const allowedRoutesSchema = z
  .object({
    kinds: z.array(z.object({ kind: z.string() })).nullish(),
    namespaces: z
      .object({
        from: z.enum(['All', 'Same', 'Selector', 'None']).default('Same'),
        selector: z
          .object({
            matchLabels: z.record(z.string(), z.string()).nullish(),
            matchExpressions: z.array(z.unknown()).nullish(),
          })
          .nullish(),
      })
      .nullish(),
  })
  .transform(({ kinds, namespaces }): AllowedRoutes => {
    const { matchLabels, matchExpressions } = namespaces?.selector ?? {};
    return {
      from: namespaces?.from ?? 'Same',
      namespaceLabels: matchExpressions?.length
        ? undefined
        : (matchLabels ?? undefined),
      kinds: kinds?.length ? kinds.map(({ kind }) => kind) : undefined,
    };
  });

const gatewaySchema = z.object({
  spec: z.object({
    listeners: z.array(
      z.object({
        name: z.string(),
        protocol: z.string(),
        port: z.number(),
        hostname: z.string().optional(),
        allowedRoutes: allowedRoutesSchema.optional(),
      }),
    ),
  }),
});

/** Gateway API gateways of a unit. */
export function collectGateways(
  reading: Reading,
  { unit, manifests }: RenderedUnit,
): Gateway[] {
  return manifests.flatMap(manifest => {
    const { group, kind, name, source } = manifest;
    if (group !== 'gateway.networking.k8s.io' || kind !== 'Gateway') return [];
    const parsed = parseManifest(reading, gatewaySchema, manifest, unit);
    if (!parsed) return [];
    return [
      {
        name,
        namespace: manifest.namespace ?? unit.namespace ?? 'default',
        unit: unit.name,
        cluster: unit.cluster,
        listeners: parsed.spec.listeners,
        source,
      },
    ];
  });
}
