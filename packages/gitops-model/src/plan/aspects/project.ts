import {
  appProject,
  isAdmitted,
  type ProjectValue,
} from '../../blocks/appProject';
import type { BlockContext } from '../../blocks/Block';
import { sourceUrl } from '../../blocks/chartApplication';
import { blockOptions } from '../../profile/blockOptions';
import { createStep, type Step } from '../Step';

/** What the project of an app must admit before Argo CD deploys the app; nothing where a pattern does. */
export function projectSteps(
  at: BlockContext,
  chartRepository?: string,
): Step[] {
  const { profile, layout, names } = at;
  const repositories = [
    ...profile.repositoryUrls.slice(0, 1),
    ...(chartRepository === undefined || !deploysCharts(at)
      ? []
      : [sourceUrl(chartRepository)]),
  ];
  return blockOptions(profile, layout, 'app-project').flatMap(options => {
    const values: ProjectValue[] = [
      ...repositories.map(repository => ({
        list: 'sourceRepos' as const,
        repository,
      })),
      {
        list: 'destinations',
        server: options.server,
        namespace: names.namespace,
      },
    ];
    return values
      .filter(value => !isAdmitted(at, options, value))
      .map(value => createStep(appProject, at, options, value));
  });
}

/** Whether the app's Application names the chart; a chart of the repository's own has it as its dependency instead. */
function deploysCharts({ profile, layout }: BlockContext): boolean {
  return blockOptions(profile, layout, 'chart-application').length > 0;
}
