import type { Finding } from '../../finding/Finding';
import type { Manifest } from '../manifests/Manifest';
import type { DeploymentUnit } from '../RepositoryModel';

/** Kinds that are written to be deployed; engines name their own ones. */
export const wiredKinds = [
  'ExternalSecret',
  'HTTPRoute',
  'HelmRelease',
  'Namespace',
] as const;

const isWiredKind = new Set<string>(wiredKinds);

/** Objects in files that no root includes. */
export function inspectWiring(
  unwired: readonly Manifest[],
  units: readonly DeploymentUnit[],
): Finding[] {
  if (unwired.length === 0) return [];
  const doubtful = doubtfulDirectories(units);
  return unwired
    .filter(
      ({ kind, source }) =>
        isWiredKind.has(kind) && !liesIn(source.file, doubtful),
    )
    .map(({ kind, name, source }) => ({
      code: 'not-wired' as const,
      severity: 'warning' as const,
      message: `The ${kind} ${name} is in a file that no root includes, so that it is not deployed.`,
      fix: 'List the file where its siblings are listed, or remove it.',
      ...source,
    }));
}

/**
 * Directories that a unit deploys whose manifests cannot be evaluated, and
 * those of units that it may well have deployed: what is wired there is not
 * known, and the finding about the unit says so.
 */
function doubtfulDirectories(units: readonly DeploymentUnit[]): Set<string> {
  const doubtful = new Set(
    units
      .filter(({ wired, buildable }) => wired && !buildable)
      .flatMap(({ paths }) => paths),
  );
  let before: number;
  do {
    before = doubtful.size;
    for (const { wired, source, paths } of units) {
      if (wired || !liesIn(source.file, doubtful)) continue;
      paths.forEach(path => doubtful.add(path));
    }
  } while (doubtful.size > before);
  return doubtful;
}

function liesIn(file: string, directories: ReadonlySet<string>): boolean {
  const segments = file.split('/');
  return segments.some((_, index) =>
    directories.has(segments.slice(0, index).join('/')),
  );
}
