import { UnwiredMemos } from '../collect/UnwiredMemos';
import type { Manifest } from '../manifests/Manifest';
import { isSame } from '../memory/isSame';
import { isSameManifest } from '../memory/isSameManifest';
import { Memos } from '../memory/Memos';
import type { RenderedUnit } from '../RenderedUnit';
import type { GeneratedApplication } from './expandApplicationSet';
import type { Place } from './Place';

/** What is remembered of Argo CD's objects from one snapshot to the next. */
export class ApplicationMemos {
  /** By path of the root. */
  readonly roots = new Memos<undefined, Manifest[]>(() => true);
  /** By cluster, namespace and name; `undefined` where an Application is not valid. */
  readonly applications = new Memos<
    { manifest: Manifest; place: Place },
    RenderedUnit | undefined
  >(
    (one, other) =>
      isSame(one.place, other.place) &&
      isSameManifest(one.manifest, other.manifest),
  );
  /** By cluster, namespace and name. */
  readonly sets = new Memos<Manifest, GeneratedApplication[]>(isSameManifest);
  readonly declared = new UnwiredMemos();
}
