import { appProject } from '../blocks/appProject';
import type { BlockContext } from '../blocks/Block';
import { sourceUrl } from '../blocks/chartApplication';
import { blockOptions } from '../profile/blockOptions';
import type { OperationContext } from './OperationContext';
import { retireValues } from './retireValues';
import type { Step } from './Step';

/** Takes out of the app's project what it admits for this app alone. */
export function retireProject(
  at: BlockContext,
  { model, profile }: OperationContext,
): Step[] {
  const { unit, namespace } = at.names;
  const isOwn = (app: string) => app === unit;
  const sourcesOf = (wanted: boolean) =>
    new Set(
      model.units
        .filter(({ app }) => isOwn(app) === wanted)
        .flatMap(({ charts }) =>
          charts.map(({ repository }) => sourceUrl(repository)),
        ),
    );
  const own = sourcesOf(true);
  const others = sourcesOf(false);
  const servers = new Set(
    blockOptions(profile, at.layout, 'app-project').map(({ server }) => server),
  );
  const isShared = model.units.some(
    other => !isOwn(other.app) && other.namespace === namespace,
  );
  return retireValues('app-project', appProject, at, value =>
    value.list === 'sourceRepos'
      ? own.has(value.repository) &&
        !others.has(value.repository) &&
        !profile.repositoryUrls.includes(value.repository)
      : servers.has(value.server) && value.namespace === namespace && !isShared,
  );
}
