import type { DeploymentUnit, RepositoryModel } from '../read/RepositoryModel';

/** Units that deploy an app's own files: those a convention shows in. */
export function appUnits({
  units,
}: Pick<RepositoryModel, 'units'>): DeploymentUnit[] {
  return units.filter(
    ({ wired, orchestrator, paths }) =>
      wired && !orchestrator && paths.length > 0,
  );
}
