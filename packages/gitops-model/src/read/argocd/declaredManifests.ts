import { objectsIn } from '../collect/objectsIn';
import type { UnwiredMemos } from '../collect/UnwiredMemos';
import type { Manifest } from '../manifests/Manifest';
import { matchesGlob } from '../matchesGlob';
import type { Reading } from '../Reading';

/**
 * Objects of Argo CD in files that were not reached. Excluded files are left
 * out, and scaffolds: objects whose name holds a placeholder.
 */
export function declaredManifests(
  reading: Reading,
  memos: UnwiredMemos,
): Manifest[] {
  const { exclude } = reading.profile;
  return memos.files(reading.paths, reading.reached).flatMap(file =>
    reading.remember(memos.objects, file, undefined, () => {
      if (exclude.some(glob => matchesGlob(glob, file))) return [];
      return objectsIn(reading, file, ['argoproj.io/']).filter(
        ({ group, name }) =>
          group === 'argoproj.io' &&
          /^[a-z0-9]/.test(name) &&
          !/[{}]/.test(name),
      );
    }),
  );
}
