import { z } from 'zod';
import type { BlockContext } from './Block';

const documentSchema = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string() }),
});

/** Which documents of a file that many apps share are of this kind and name. */
export function sharedDocuments(
  { tree }: Pick<BlockContext, 'tree'>,
  file: string,
  kind: string,
  name: string,
): { document: unknown; index: number }[] {
  return tree.readYaml(file).flatMap((document, index) => {
    const { data } = documentSchema.safeParse(document);
    return data?.kind === kind && data.metadata.name === name
      ? [{ document, index }]
      : [];
  });
}
