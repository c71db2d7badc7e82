import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  differences,
  objectsBuilt,
  objectsRead,
} from '../../__testUtils__/compareBuilds';
import { kustomizationTree } from '../../__testUtils__/kustomizationTrees';
import {
  buildAll,
  findKustomize,
  writeFiles,
} from '../../__testUtils__/kustomizeBuild';

/** Any other finds other trees. */
const seed = Number(process.env.TREE_SEED ?? 1);

const kustomize = findKustomize();
if (typeof kustomize !== 'function') {
  process.stderr.write(`Skipped real builds: ${kustomize.missing}.\n`);
}

(typeof kustomize === 'function' ? describe : describe.skip)(
  'generated trees of kustomizations',
  () => {
    it('build as kustomize builds them, object by object', async () => {
      const trees = fc.sample(kustomizationTree, { numRuns: 100, seed });
      const copies = trees.map(writeFiles);
      try {
        const built = await buildAll(copies.map(copy => join(copy, 'root')));
        const found = trees.flatMap((files, index) => {
          const real = objectsBuilt(built[index]);
          const all = differences(real, objectsRead(files, 'root').objects);
          return all.length === 0 ? [] : [{ files, all }];
        });
        expect(found).toEqual([]);
        const buildable = built.filter(printed => printed !== undefined);
        expect(buildable.length).toBeGreaterThan(20);
        expect(buildable.length).toBeLessThan(80);
      } finally {
        copies.forEach(copy => rmSync(copy, { recursive: true }));
      }
    }, 300_000);
  },
);
