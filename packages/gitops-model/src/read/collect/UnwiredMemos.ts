import type { Manifest } from '../manifests/Manifest';
import { Memos } from '../memory/Memos';
import { recalled } from '../memory/recalled';
import { unreachedFiles } from './unreachedFiles';

/** What is remembered of the files that nothing includes, for one question asked of them. */
export class UnwiredMemos {
  readonly files = recalled(unreachedFiles);
  /** Objects by path. */
  readonly objects = new Memos<undefined, Manifest[]>(() => true);
}
