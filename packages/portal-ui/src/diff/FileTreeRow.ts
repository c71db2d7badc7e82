import { FileChange } from './FileChange';

/** One line of a file tree, in the order it is shown. */
export type FileTreeRow = {
  /** Path of the file or folder; unique in the tree. */
  id: string;
  name: string;
  /** 1-based depth. */
  level: number;
  /** Row of the folder it lies in; absent at the top. */
  parent?: string;
  /** 1-based place among its siblings, and how many they are. */
  position: number;
  siblings: number;
} & ({ type: 'folder' } | { type: 'file'; kind: FileChange['kind'] });
