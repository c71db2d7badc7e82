import { parseYamlOnce } from '../documents/parseYamlOnce';
import type { Manifest } from '../manifests/Manifest';
import { toManifests } from '../manifests/toManifests';
import { matchesGlob } from '../matchesGlob';
import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';

/**
 * Objects of these kinds in YAML files that no root includes. Left out are
 * what the profile excludes, templates of charts, and names that are no names
 * yet: they still hold a placeholder, or wait for a kustomization to set them.
 */
export function readUnwired(
  reading: Reading,
  rendered: readonly RenderedUnit[],
  kinds: readonly string[],
): Manifest[] {
  const isWired = wiredFiles(reading, rendered);
  const { exclude } = reading.profile;
  return [...reading.snapshot.files].flatMap(([file, { oid }]) => {
    if (!/\.ya?ml$/.test(file) || isWired(file)) return [];
    if (exclude.some(glob => matchesGlob(glob, file))) return [];
    if (isChartTemplate(reading, file)) return [];
    const text = reading.snapshot.readText(file);
    if (!text || !kinds.some(kind => text.includes(kind))) return [];
    return parseYamlOnce(oid, text)
      .documents.flatMap(document => toManifests(file, document) ?? [])
      .filter(({ kind, name }) => kinds.includes(kind) && isName(name));
  });
}

/** Files of unwired units are reached as well, but by no root. */
function wiredFiles(
  { reached }: Reading,
  rendered: readonly RenderedUnit[],
): (file: string) => boolean {
  const filesOf = (wired: boolean) =>
    new Set(
      rendered
        .filter(({ unit }) => unit.wired === wired)
        .flatMap(({ manifests }) => manifests.map(({ source }) => source.file)),
    );
  const wired = filesOf(true);
  const unwired = filesOf(false);
  return file => wired.has(file) || (reached.has(file) && !unwired.has(file));
}

function isChartTemplate(reading: Reading, file: string): boolean {
  const at = file.lastIndexOf('/templates/');
  return at >= 0 && reading.isFile(`${file.slice(0, at)}/Chart.yaml`);
}

function isName(name: string): boolean {
  return !/_|\$\{|\{\{/.test(name) && name !== 'not-used';
}
