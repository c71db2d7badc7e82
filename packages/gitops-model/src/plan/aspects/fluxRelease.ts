import type { BlockContext } from '../../blocks/Block';
import { helmRelease } from '../../blocks/helmRelease';
import { ociRepository } from '../../blocks/ociRepository';
import { blockOptions } from '../../profile/blockOptions';
import type { Step } from '../Step';
import { stepsFor } from '../stepsFor';

/** The release of the chart that all apps of the layout run, where Flux installs it. */
export function fluxReleaseSteps(at: BlockContext): Step[] {
  const charts = blockOptions(at.profile, at.layout, 'oci-repository').flatMap(
    ({ chart }) => chart ?? [],
  );
  return [
    ...stepsFor('oci-repository', ociRepository, at, charts),
    ...stepsFor(
      'helm-release',
      helmRelease,
      at,
      charts.map(() => ({ repository: at.app })),
    ),
  ];
}
