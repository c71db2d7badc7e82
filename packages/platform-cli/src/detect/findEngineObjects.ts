import type { RepositorySnapshot } from '@internal/gitops-model';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { type EngineObject, engineKinds } from './EngineObject';

const mention = new RegExp(
  `\\bkind["']?\\s*:\\s*["']?(?:${engineKinds.join('|')})\\b`,
);
const groups = ['argoproj.io/', '.toolkit.fluxcd.io/', '.controlplane.io/'];

const objectSchema = z.object({
  apiVersion: z
    .string()
    .refine(version => groups.some(group => version.includes(group))),
  kind: z.enum(engineKinds),
  // A name with a placeholder is a scaffold's.
  metadata: z.object({ name: z.string().regex(/^[a-z0-9][-a-z0-9.]*$/) }),
  spec: z.unknown(),
});

/** Every such document in the repository, wherever it lies; what cannot be parsed is left to the reader. */
export function findEngineObjects(
  snapshot: RepositorySnapshot,
): EngineObject[] {
  return [...snapshot.files.keys()].flatMap(file => {
    if (!/\.ya?ml$/.test(file)) return [];
    const text = snapshot.readText(file);
    if (!text || !mention.test(text)) return [];
    return parseDocuments(text).flatMap(document => {
      const parsed = objectSchema.safeParse(document);
      if (!parsed.success) return [];
      const { kind, metadata, spec } = parsed.data;
      return [{ kind, name: metadata.name, file, spec }];
    });
  });
}

function parseDocuments(text: string): unknown[] {
  try {
    const documents = parseAllDocuments(text, {
      logLevel: 'silent',
      prettyErrors: false,
      // Comparing every key with every other takes long in large mappings.
      uniqueKeys: false,
    });
    return [...documents].flatMap(document =>
      document.errors.length > 0 ? [] : [document.toJS({ maxAliasCount: 100 })],
    );
  } catch {
    // Too deep, or too many aliases.
    return [];
  }
}
