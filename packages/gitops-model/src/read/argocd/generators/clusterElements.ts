import type { ClustersGenerator } from '../ApplicationSet';
import { inCluster } from '../inCluster';
import { sanitizeName } from '../sanitizeName';
import type { Element, GeneratorContext } from './GeneratorContext';
import { isEmptySelector } from './matchesSelector';
import { withValues } from './withValues';

/** The clusters of the profile's destinations, and the one Argo CD itself runs on. */
export function clusterElements(
  context: GeneratorContext,
  { selector, values }: ClustersGenerator,
): Element[] | undefined {
  const { reading, set } = context;
  if (!isEmptySelector(selector)) {
    reading.report(
      {
        code: 'not-evaluated',
        severity: 'info',
        message: `The ApplicationSet ${set.name} selects clusters by labels, which only Argo CD knows.`,
      },
      set.source,
    );
    return undefined;
  }
  const clusters = new Map([[inCluster.server, inCluster.name]]);
  for (const { server, cluster } of reading.profile.destinations) {
    if (server !== inCluster.server) clusters.set(server, cluster);
  }
  return [...clusters].flatMap(([server, name]) => {
    const params = withValues(
      context,
      { name, nameNormalized: sanitizeName(name), server, project: '' },
      values,
    );
    return params ? [{ params }] : [];
  });
}
