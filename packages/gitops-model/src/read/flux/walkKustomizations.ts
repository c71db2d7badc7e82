import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import { ClusterWalk } from './ClusterWalk';
import { enterRoot } from './enterRoot';
import { readUnwiredKustomizations } from './readUnwiredKustomizations';
import { toRenderedUnit } from './toRenderedUnit';

/** Every Flux Kustomization the roots reach, and those in files that no root reaches. */
export function walkKustomizations(reading: Reading): RenderedUnit[] {
  const { roots } = reading.profile;
  const clusters = [...new Set(roots.map(({ cluster }) => cluster))];
  const wired = clusters.flatMap(cluster => {
    const walk = new ClusterWalk(reading, cluster);
    for (const root of roots) {
      if (root.cluster === cluster) enterRoot(reading, walk, root);
    }
    return walk.renderings.map(rendering =>
      toRenderedUnit(reading, walk.objects, rendering),
    );
  });
  return [...wired, ...readUnwiredKustomizations(reading, wired)];
}
