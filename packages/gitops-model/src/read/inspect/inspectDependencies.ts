import type { Finding } from '../../finding/Finding';
import type { DeploymentUnit } from '../RepositoryModel';

/** Units, of those that a root reaches, that wait for one which their cluster does not have: they wait for ever. */
export function inspectDependencies(
  wired: readonly DeploymentUnit[],
): Finding[] {
  const known = new Set(
    wired.map(
      ({ cluster, objectNamespace = '', name }) =>
        `${cluster}/${objectNamespace}/${name}`,
    ),
  );
  return wired.flatMap(unit =>
    unit.dependsOn
      .filter(dependency => !known.has(`${unit.cluster}/${dependency}`))
      .map(dependency => ({
        code: 'dependency-missing' as const,
        severity: 'error' as const,
        message: `${unit.name} waits for ${dependency}, which ${unit.cluster} does not have: it is never applied.`,
        fix: 'Correct the name under dependsOn, or wire the other unit in.',
        cluster: unit.cluster,
        app: unit.app,
        ...unit.source,
      })),
  );
}
