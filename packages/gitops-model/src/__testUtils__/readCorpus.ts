import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createSnapshot } from '../snapshot/createSnapshot';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';

const corpora = resolve(__dirname, '../../../../../shared/corpus');

/** A real repository that lies beside this one; without it a note on standard error. */
export function readCorpus(name: string): RepositorySnapshot | undefined {
  const tree = join(corpora, name, 'tree');
  if (!existsSync(tree)) {
    process.stderr.write(`Skipped the real repository ${name}: not here.\n`);
    return undefined;
  }
  const files = readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile())
    .map(file => join(file.parentPath, file.name));
  return createSnapshot({
    commit: '0123456789abcdef0123456789abcdef01234567',
    files: Object.fromEntries(
      files.map(file => [relative(tree, file), readFileSync(file)]),
    ),
  });
}
