import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import type { RepositoryTree } from '../../render/RepositoryTree';

/** One of the sandbox's own repositories, as it lies in its folder. */
export interface OwnRepository {
  tree: RepositoryTree;
  /** Folders with a kustomization. */
  kustomizations: string[];
  read(path: string): string;
}

export function readOwnRepository(id: string): OwnRepository {
  const root = join(__dirname, '../../../repositories', id);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
  const files = new Map(
    paths.map(path => [path, readFileSync(join(root, path), 'utf8')]),
  );
  return {
    tree: { repository: id, commit: '', files },
    kustomizations: paths
      .filter(path => path.endsWith('/kustomization.yaml'))
      .map(path => path.slice(0, -'/kustomization.yaml'.length)),
    read: path => files.get(path) ?? '',
  };
}

/** The same files, in which no kustomization asks for charts, since these would be downloaded. */
export function withoutCharts(tree: RepositoryTree): RepositoryTree {
  return {
    ...tree,
    files: new Map(
      [...tree.files].map(([path, text]) => {
        if (!path.endsWith('/kustomization.yaml')) {
          return [path, text];
        }
        const document = parseDocument(text);
        document.delete('helmCharts');
        return [path, String(document)];
      }),
    ),
  };
}

/** Lays the files into a folder of their own. */
export function writeTree(tree: RepositoryTree) {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-repository-'));
  tree.files.forEach((text, path) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  });
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
