import { createHash } from 'node:crypto';

export interface TreeEntry {
  name: string;
  /** As Git writes it, such as `100644`. */
  mode: string;
  oid: string;
}

export const directoryMode = '40000';

/** Git's id of a directory. */
export function hashTree(entries: TreeEntry[]): string {
  const sorted = entries
    .map(entry => ({
      ...entry,
      // Git orders a directory as if its name ended in a slash.
      order: Buffer.from(
        entry.mode === directoryMode ? `${entry.name}/` : entry.name,
      ),
    }))
    .sort((a, b) => Buffer.compare(a.order, b.order));
  const bytes = Buffer.concat(
    sorted.flatMap(({ name, mode, oid }) => [
      Buffer.from(`${mode} ${name}\0`),
      Buffer.from(oid, 'hex'),
    ]),
  );
  return createHash('sha1')
    .update(`tree ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
