import type { RepositorySnapshot, SnapshotFile } from '@internal/gitops-model';
import { directoryMode, hashTree } from './hashTree';

const modes: Record<SnapshotFile['mode'], string> = {
  file: '100644',
  executable: '100755',
  symlink: '120000',
  submodule: '160000',
};

interface Directory {
  files: Map<string, SnapshotFile>;
  directories: Map<string, Directory>;
}

/** Git's id of the root tree of a snapshot, without writing any object. */
export function treeId(snapshot: RepositorySnapshot): string {
  const root = emptyDirectory();
  for (const [path, file] of snapshot.files) {
    const segments = path.split('/');
    const name = segments.pop() ?? path;
    let directory = root;
    for (const segment of segments) {
      const next = directory.directories.get(segment) ?? emptyDirectory();
      directory.directories.set(segment, next);
      directory = next;
    }
    directory.files.set(name, file);
  }
  return directoryId(root);
}

function emptyDirectory(): Directory {
  return { files: new Map(), directories: new Map() };
}

function directoryId({ files, directories }: Directory): string {
  return hashTree([
    ...[...files].map(([name, { oid, mode }]) => ({
      name,
      mode: modes[mode],
      oid,
    })),
    ...[...directories].map(([name, directory]) => ({
      name,
      mode: directoryMode,
      oid: directoryId(directory),
    })),
  ]);
}
