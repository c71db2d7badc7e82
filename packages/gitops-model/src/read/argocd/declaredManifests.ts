import { parseYamlOnce } from '../documents/parseYamlOnce';
import type { Manifest } from '../manifests/Manifest';
import { toManifests } from '../manifests/toManifests';
import { matchesGlob } from '../matchesGlob';
import type { Reading } from '../Reading';

/**
 * Objects of Argo CD in files that were not reached. Excluded files are left
 * out, and scaffolds: objects whose name holds a placeholder.
 */
export function declaredManifests(reading: Reading): Manifest[] {
  const { exclude } = reading.profile;
  return [...reading.snapshot.files].flatMap(([file, { oid }]) => {
    if (!/\.(ya?ml|json)$/.test(file) || reading.reached.has(file)) return [];
    if (exclude.some(glob => matchesGlob(glob, file))) return [];
    const text = reading.snapshot.readText(file);
    if (!text?.includes('argoproj.io/')) return [];
    return parseYamlOnce(oid, text)
      .documents.flatMap(document => toManifests(file, document) ?? [])
      .filter(
        ({ group, name }) =>
          group === 'argoproj.io' &&
          /^[a-z0-9]/.test(name) &&
          !/[{}]/.test(name),
      );
  });
}
