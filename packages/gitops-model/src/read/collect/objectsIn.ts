import type { Manifest } from '../manifests/Manifest';
import { toManifests } from '../manifests/toManifests';
import type { Reading } from '../Reading';

/** The objects of a YAML file that holds one of these words, without a word where it is not good. */
export function objectsIn(
  reading: Reading,
  file: string,
  words: readonly string[],
): Manifest[] {
  const text = reading.textOf(file);
  if (!text || !words.some(word => text.includes(word))) return [];
  return (reading.parsedOf(file)?.documents ?? []).flatMap(
    document => toManifests(file, document) ?? [],
  );
}
