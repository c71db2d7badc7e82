import { objectsIn } from '../collect/objectsIn';
import type { Manifest } from '../manifests/Manifest';
import { matchesGlob } from '../matchesGlob';
import type { Memos } from '../memory/Memos';
import type { Reading } from '../Reading';

/**
 * Objects of Argo CD in files that were not reached. Excluded files are left
 * out, and scaffolds: objects whose name holds a placeholder.
 */
export function declaredManifests(
  reading: Reading,
  memos: Memos<undefined, Manifest[]>,
): Manifest[] {
  const { exclude } = reading.profile;
  return reading.paths.flatMap(file => {
    if (reading.reached.has(file) || !/\.(ya?ml|json)$/.test(file)) return [];
    return reading.remember(memos, file, undefined, () => {
      if (exclude.some(glob => matchesGlob(glob, file))) return [];
      return objectsIn(reading, file, ['argoproj.io/']).filter(
        ({ group, name }) =>
          group === 'argoproj.io' &&
          /^[a-z0-9]/.test(name) &&
          !/[{}]/.test(name),
      );
    });
  });
}
