import { z } from 'zod';
import type { YamlDocument } from '../documents/parseYaml';
import { isRecord } from '../isRecord';
import type { Manifest } from './Manifest';

const objectSchema = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.object({
    name: z.coerce.string().optional(),
    generateName: z.string().optional(),
    namespace: z.string().nullish(),
  }),
});

/** The Kubernetes objects of a document, Lists unfolded; `undefined` where it is none. */
export function toManifests(
  file: string,
  document: YamlDocument,
): Manifest[] | undefined {
  return unfold(document.value).reduce<Manifest[] | undefined>(
    (manifests, value) => {
      const parsed = objectSchema.safeParse(value);
      if (!manifests || !parsed.success || !isRecord(value)) return undefined;
      const { apiVersion, kind, metadata } = parsed.data;
      const name = metadata.name ?? metadata.generateName;
      if (name === undefined) return undefined;
      manifests.push({
        group: apiVersion.includes('/') ? apiVersion.split('/')[0] : '',
        kind,
        name,
        namespace: metadata.namespace ?? undefined,
        value,
        source: { file, line: document.lines.get(value) ?? document.line },
        document,
      });
      return manifests;
    },
    [],
  );
}

function unfold(value: unknown): unknown[] {
  const isList =
    isRecord(value) &&
    typeof value.kind === 'string' &&
    value.kind.endsWith('List') &&
    Array.isArray(value.items);
  return isList && Array.isArray(value.items) ? value.items : [value];
}
