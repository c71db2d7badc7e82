import { UnwiredMemos } from '../collect/UnwiredMemos';
import type { Built } from '../kustomize/Built';
import type { Overlay } from '../kustomize/Overlay';
import type { Manifest } from '../manifests/Manifest';
import { isSame } from '../memory/isSame';
import { isSameManifest } from '../memory/isSameManifest';
import { Memos } from '../memory/Memos';
import type { RenderedUnit } from '../RenderedUnit';
import type { SourceRef } from '../RepositoryModel';
import type { Kustomization } from './Kustomization';
import type { Placed } from './Placed';
import type { Rendering } from './Rendering';
import type { SeenObjects } from './SeenObjects';

/** What is remembered of Flux's objects from one snapshot to the next. */
export class KustomizationMemos {
  /** Kustomizations by cluster, namespace and name; `undefined` for those that are not valid. */
  readonly kustomizations = new Memos<Manifest, Kustomization | undefined>(
    isSameManifest,
  );
  /** Directories by what is put on top of them and who asks. */
  readonly directories = new Memos<
    { overlay: Overlay | undefined; from: SourceRef },
    Built
  >(isSame);
  /** Built Kustomizations with their variables replaced. */
  readonly substituted = new Memos<
    {
      built: Built;
      placed: Placed;
      kustomization: Kustomization;
      objects: SeenObjects;
    },
    Pick<Rendering, 'manifests' | 'buildable'>
  >(
    (one, other) =>
      one.built === other.built &&
      one.kustomization === other.kustomization &&
      isSame(one.placed, other.placed) &&
      one.objects.isSameIn(other.objects),
  );
  readonly units = new Memos<
    { rendering: Rendering; objects: SeenObjects },
    RenderedUnit
  >(
    (one, other) =>
      isSameRendering(one.rendering, other.rendering) &&
      one.objects.isSameIn(other.objects),
  );
  readonly unwired = new UnwiredMemos();
}

function isSameRendering(one: Rendering, other: Rendering): boolean {
  const { manifests, charts, values, kustomization, ...rest } = one;
  const {
    manifests: otherManifests,
    charts: otherCharts,
    values: otherValues,
    kustomization: otherKustomization,
    ...otherRest
  } = other;
  return (
    manifests === otherManifests &&
    charts === otherCharts &&
    values === otherValues &&
    kustomization === otherKustomization &&
    isSame(rest, otherRest)
  );
}
