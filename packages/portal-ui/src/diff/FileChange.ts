/** One changed file; texts are whole files. */
export type FileChange =
  | { kind: 'create'; path: string; after: string }
  | { kind: 'change'; path: string; before: string; after: string }
  | { kind: 'delete'; path: string; before: string };
