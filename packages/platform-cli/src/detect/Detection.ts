import type { Profile } from '@internal/gitops-model';

/** Where an engine starts. */
export type Root = Profile['roots'][number];

/** What can be told of a repository without a profile. */
export type Detection<T> =
  | ({ kind: 'detected'; assumed: string[] } & T)
  /** Nothing of the kind is there. */
  | { kind: 'absent' }
  /** There is more than one answer, or none that holds. */
  | { kind: 'ambiguous'; reason: string; candidates: string[] };
