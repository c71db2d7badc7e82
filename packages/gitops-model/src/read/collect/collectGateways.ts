import { z } from 'zod';
import type { RenderedUnit } from '../RenderedUnit';
import type { Reading } from '../Reading';
import type { Gateway } from '../RepositoryModel';
import { parseManifest } from './parseManifest';

const gatewaySchema = z.object({
  spec: z.object({
    listeners: z.array(
      z.object({
        name: z.string(),
        protocol: z.string(),
        port: z.number(),
        hostname: z.string().optional(),
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
    const parsed = parseManifest(reading, gatewaySchema, manifest);
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
