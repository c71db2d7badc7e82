import type { Reading } from '../Reading';
import type { KustomizationMemos } from './KustomizationMemos';

/** A reading of a Flux repository, with what is remembered of the one before. */
export interface FluxReading {
  reading: Reading;
  memos: KustomizationMemos;
}
