import type { Manifest } from '../../manifests/Manifest';
import type { Reading } from '../../Reading';
import type { Templates } from '../template/Templates';

/** What generators of one ApplicationSet work with. */
export interface GeneratorContext {
  reading: Reading;
  set: Manifest;
  /** Parameters are nested with Go templates, and flat with dotted names without. */
  goTemplate: boolean;
  templates: Templates;
}

/** Something an Application is made of. */
export interface Element {
  params: Record<string, unknown>;
  /** Directory of this repository it was found by. */
  directory?: string;
}
