import { FileChange } from './FileChange';
import { FileTreeRow } from './FileTreeRow';

interface Folder {
  folders: Map<string, Folder>;
  files: Map<string, FileChange>;
}

/** Rows of the tree of changed files; folders with one folder in them join. */
export function buildFileTree(changes: readonly FileChange[]): FileTreeRow[] {
  const root = createFolder();
  for (const change of changes) {
    const segments = change.path.split('/');
    const fileName = segments.pop() ?? change.path;
    let folder = root;
    for (const segment of segments) {
      const next = folder.folders.get(segment) ?? createFolder();
      folder.folders.set(segment, next);
      folder = next;
    }
    folder.files.set(fileName, change);
  }
  return rowsOf(root, '', 1);
}

function createFolder(): Folder {
  return { folders: new Map(), files: new Map() };
}

function rowsOf(folder: Folder, parent: string, level: number): FileTreeRow[] {
  const siblings = folder.folders.size + folder.files.size;
  const place = { level, siblings, parent: parent || undefined };
  let position = 0;
  const rows: FileTreeRow[] = [];
  for (const [segment, child] of byName(folder.folders)) {
    const { name, inner } = joinSingle(segment, child);
    const id = parent ? `${parent}/${name}` : name;
    rows.push({ type: 'folder', id, name, position: ++position, ...place });
    rows.push(...rowsOf(inner, id, level + 1));
  }
  for (const [name, change] of byName(folder.files)) {
    rows.push({
      type: 'file',
      id: change.path,
      kind: change.kind,
      name,
      position: ++position,
      ...place,
    });
  }
  return rows;
}

function joinSingle(segment: string, folder: Folder) {
  let name = segment;
  let inner = folder;
  while (inner.files.size === 0 && inner.folders.size === 1) {
    for (const [nextSegment, next] of inner.folders) {
      name = `${name}/${nextSegment}`;
      inner = next;
    }
  }
  return { name, inner };
}

function byName<T>(entries: Map<string, T>): [string, T][] {
  return [...entries].sort(([a], [b]) => a.localeCompare(b));
}
