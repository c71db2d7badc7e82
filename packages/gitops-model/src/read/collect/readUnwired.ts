import type { Manifest } from '../manifests/Manifest';
import { matchesGlob } from '../matchesGlob';
import type { Memos } from '../memory/Memos';
import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import { objectsIn } from './objectsIn';

/**
 * Objects of these kinds in YAML files that no root includes. Left out are
 * what the profile excludes, templates of charts, and names that are no names
 * yet: they still hold a placeholder, or wait for a kustomization to set them.
 */
export function readUnwired(
  reading: Reading,
  rendered: readonly RenderedUnit[],
  kinds: readonly string[],
  /** What is remembered of each file; of one list of kinds only. */
  memos: Memos<undefined, Manifest[]>,
): Manifest[] {
  const isWired = wiredFiles(reading, rendered);
  const { exclude } = reading.profile;
  return reading.paths.flatMap(file => {
    if (isWired(file) || !/\.ya?ml$/.test(file)) return [];
    return reading.remember(memos, file, undefined, () => {
      if (exclude.some(glob => matchesGlob(glob, file))) return [];
      if (isChartTemplate(reading, file)) return [];
      return objectsIn(reading, file, kinds).filter(
        ({ kind, name }) => kinds.includes(kind) && isName(name),
      );
    });
  });
}

/** Files of unwired units are reached as well, but by no root. */
function wiredFiles(
  { reached }: Reading,
  rendered: readonly RenderedUnit[],
): (file: string) => boolean {
  const filesOf = (units: readonly RenderedUnit[]) =>
    new Set(
      units.flatMap(({ manifests }) =>
        manifests.map(({ source }) => source.file),
      ),
    );
  const unwired = filesOf(rendered.filter(({ unit }) => !unit.wired));
  if (unwired.size === 0) return file => reached.has(file);
  const wired = filesOf(rendered.filter(({ unit }) => unit.wired));
  return file => reached.has(file) && (wired.has(file) || !unwired.has(file));
}

function isChartTemplate(reading: Reading, file: string): boolean {
  const at = file.lastIndexOf('/templates/');
  return at >= 0 && reading.isFile(`${file.slice(0, at)}/Chart.yaml`);
}

function isName(name: string): boolean {
  return !/_|\$\{|\{\{/.test(name) && name !== 'not-used';
}
