import type { Manifest } from '../manifests/Manifest';
import { matchesGlob } from '../matchesGlob';
import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import { objectsIn } from './objectsIn';
import type { UnwiredMemos } from './UnwiredMemos';

/**
 * Objects of these kinds in YAML files that no root includes. Left out are
 * what the profile excludes, templates of charts, and names that are no names
 * yet: they still hold a placeholder, or wait for a kustomization to set them.
 */
export function readUnwired(
  reading: Reading,
  rendered: readonly RenderedUnit[],
  kinds: readonly string[],
  /** Of this list of kinds only. */
  memos: UnwiredMemos,
): Manifest[] {
  const { exclude } = reading.profile;
  return unwiredFiles(reading, rendered, memos).flatMap(file => {
    if (!/\.ya?ml$/.test(file)) return [];
    return reading.remember(memos.objects, file, undefined, () => {
      if (exclude.some(glob => matchesGlob(glob, file))) return [];
      if (isChartTemplate(reading, file)) return [];
      return objectsIn(reading, file, kinds).filter(
        ({ kind, name }) => kinds.includes(kind) && isName(name),
      );
    });
  });
}

/** Sorted. Files of unwired units are reached as well, but by no root. */
function unwiredFiles(
  reading: Reading,
  rendered: readonly RenderedUnit[],
  memos: UnwiredMemos,
): string[] {
  const filesOf = (units: readonly RenderedUnit[]) =>
    new Set(
      units.flatMap(({ manifests }) =>
        manifests.map(({ source }) => source.file),
      ),
    );
  const unreached = memos.files(reading.paths, reading.reached);
  const unwired = filesOf(rendered.filter(({ unit }) => !unit.wired));
  if (unwired.size === 0) return unreached;
  const wired = filesOf(rendered.filter(({ unit }) => unit.wired));
  const left = [...unwired].filter(file => !wired.has(file));
  return [...new Set([...unreached, ...left])].sort();
}

function isChartTemplate(reading: Reading, file: string): boolean {
  const at = file.lastIndexOf('/templates/');
  return at >= 0 && reading.isFile(`${file.slice(0, at)}/Chart.yaml`);
}

function isName(name: string): boolean {
  return !/_|\$\{|\{\{/.test(name) && name !== 'not-used';
}
