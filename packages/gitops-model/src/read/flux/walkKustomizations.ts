import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import { ClusterWalk } from './ClusterWalk';
import { enterRoot } from './enterRoot';
import type { KustomizationMemos } from './KustomizationMemos';
import { readUnwiredKustomizations } from './readUnwiredKustomizations';
import { toRenderedUnit } from './toRenderedUnit';

/** Every Flux Kustomization the roots reach, and those in files that no root reaches. */
export function walkKustomizations(
  reading: Reading,
  memos: KustomizationMemos,
): RenderedUnit[] {
  const flux = { reading, memos };
  const { roots } = reading.profile;
  const clusters = [...new Set(roots.map(({ cluster }) => cluster))];
  const wired = clusters.flatMap(cluster => {
    const walk = new ClusterWalk(flux, cluster);
    for (const root of roots) {
      if (root.cluster === cluster) enterRoot(flux, walk, root);
    }
    return walk.renderings.map(rendering =>
      toRenderedUnit(flux, walk.objects, rendering),
    );
  });
  return [...wired, ...readUnwiredKustomizations(flux, wired)];
}
