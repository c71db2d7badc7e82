import type { Finding } from '../finding/Finding';

/** One file of a plan; `before` and `after` are whole texts. */
export type FileEdit =
  | { kind: 'create'; path: string; after: string }
  | { kind: 'change'; path: string; before: string; after: string }
  | { kind: 'delete'; path: string; before: string };

/** Operations applied to a snapshot by a profile. */
export interface Plan {
  /** Commit the edits apply to. */
  commit: string;
  /** Sorted by path; no edit leaves a file as it was. */
  edits: FileEdit[];
  findings: Finding[];
}
