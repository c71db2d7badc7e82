import { z } from 'zod';
import type { RenderedUnit } from '../RenderedUnit';
import type { Reading } from '../Reading';
import type { ExternalSecret } from '../RepositoryModel';
import { parseManifest } from './parseManifest';

const storeRef = z
  .object({ kind: z.string().default('SecretStore'), name: z.string() })
  .optional();
const remoteRef = z.object({
  // Empty where a variable that is set nowhere stood for it.
  key: z
    .string()
    .nullable()
    .transform(key => key ?? ''),
  property: z.string().optional(),
});

const externalSecretSchema = z.object({
  spec: z.object({
    secretStoreRef: storeRef,
    target: z.object({ name: z.string().optional() }).optional(),
    data: z
      .array(z.object({ secretKey: z.string(), remoteRef }))
      .nullish()
      .transform(value => value ?? []),
    dataFrom: z
      .array(
        z.object({
          extract: remoteRef.optional(),
          find: z.object({ path: z.string().optional() }).optional(),
          sourceRef: z.object({ storeRef }).optional(),
        }),
      )
      .nullish()
      .transform(value => value ?? []),
  }),
});

/** ExternalSecrets of a unit: which keys of which store they read. */
export function collectExternalSecrets(
  reading: Reading,
  { unit, manifests }: RenderedUnit,
): ExternalSecret[] {
  return manifests.flatMap(manifest => {
    const { group, kind, name, source } = manifest;
    if (group !== 'external-secrets.io' || kind !== 'ExternalSecret') return [];
    const parsed = parseManifest(reading, externalSecretSchema, manifest, unit);
    if (!parsed) return [];
    const { secretStoreRef, target, data, dataFrom } = parsed.spec;
    const store =
      secretStoreRef ??
      dataFrom.find(({ sourceRef }) => sourceRef)?.sourceRef?.storeRef;
    return [
      {
        unit: unit.name,
        app: unit.app,
        cluster: unit.cluster,
        name,
        namespace: manifest.namespace ?? unit.namespace,
        store: store ? `${store.kind}/${store.name}` : '',
        target: target?.name ?? name,
        keys: [
          ...data.map(entry => ({
            ...entry.remoteRef,
            secretKey: entry.secretKey,
          })),
          ...dataFrom.flatMap(({ extract, find }) => [
            ...(extract ? [extract] : []),
            // A search may match anything below its path.
            ...(find ? [{ key: `${find.path ?? ''}*` }] : []),
          ]),
        ],
        source,
      },
    ];
  });
}
