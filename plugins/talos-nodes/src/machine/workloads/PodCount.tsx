import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Workload } from '@internal/plugin-talos-nodes-common';
import { SmallText, StatusLabel, useUnits } from '@internal/portal-ui';
import { talosNodesTranslationRef } from '../../translation';

/** How many pods, and which of them are not ready. */
export function PodCount({ pods }: { pods: readonly Workload[] }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number } = useUnits();
  const waiting = pods.filter(({ ready }) => !ready);
  return (
    <>
      <span>
        {t('workloads.pods', {
          count: pods.length,
          number: number(pods.length),
        })}
      </span>
      {waiting.length > 0 && (
        <StatusLabel tone="warning">
          {t('workloads.notReady', {
            count: waiting.length,
            number: number(waiting.length),
          })}
        </StatusLabel>
      )}
      {waiting.map(({ pod, phase }) => (
        <SmallText key={pod}>
          <bdi>
            {pod} · {phase}
          </bdi>
        </SmallText>
      ))}
    </>
  );
}
