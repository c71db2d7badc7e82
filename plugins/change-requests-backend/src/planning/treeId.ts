import { createHash } from 'node:crypto';
import type { RepositorySnapshot, SnapshotFile } from '@internal/gitops-model';

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
  const entries = [
    ...[...files].map(([name, { oid, mode }]) => ({
      name,
      order: name,
      mode: modes[mode],
      oid,
    })),
    ...[...directories].map(([name, directory]) => ({
      name,
      // Git orders a directory as if its name ended in a slash.
      order: `${name}/`,
      mode: '40000',
      oid: directoryId(directory),
    })),
  ].sort((a, b) => Buffer.compare(Buffer.from(a.order), Buffer.from(b.order)));
  const bytes = Buffer.concat(
    entries.flatMap(({ name, mode, oid }) => [
      Buffer.from(`${mode} ${name}\0`),
      Buffer.from(oid, 'hex'),
    ]),
  );
  return createHash('sha1')
    .update(`tree ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
