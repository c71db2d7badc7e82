import type { BlockContext } from '../../blocks/Block';
import type { ReleaseValue } from '../../blocks/chartApplication';
import { helmRelease } from '../../blocks/helmRelease';
import { helmRepository } from '../../blocks/helmRepository';
import { type ChartArtifact, ociRepository } from '../../blocks/ociRepository';
import { blockOptions } from '../../profile/blockOptions';
import type { Step } from '../Step';
import { stepsFor } from '../stepsFor';

/** The release of the chart that all apps of the layout run, where Flux installs it. */
export function usualReleaseSteps(at: BlockContext): Step[] {
  return blockOptions(at.profile, at.layout, 'oci-repository').flatMap(
    ({ chart }) => (chart ? artifactSteps(at, chart) : []),
  );
}

/** The release of a chart of the app's own, where Flux installs it. */
export function chartReleaseSteps(
  at: BlockContext,
  { name, repository, version }: ReleaseValue['chart'],
): Step[] {
  const url = repository.replace(/\/$/, '');
  if (url.startsWith('oci://')) {
    return artifactSteps(at, { url: `${url}/${name}`, tag: version });
  }
  return [
    ...stepsFor('helm-repository', helmRepository, at, [url]),
    ...stepsFor('helm-release', helmRelease, at, [
      { kind: 'HelmRepository', name: at.app, chart: name, version },
    ]),
  ];
}

function artifactSteps(at: BlockContext, artifact: ChartArtifact): Step[] {
  return [
    ...stepsFor('oci-repository', ociRepository, at, [artifact]),
    ...stepsFor('helm-release', helmRelease, at, [
      { kind: 'OCIRepository', name: at.app },
    ]),
  ];
}
