import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeDetail } from '@internal/plugin-talos-nodes-common';
import { Fact, useUnits } from '@internal/portal-ui';
import { BriefFact } from '../facts/BriefFact';
import { talosNodesTranslationRef } from '../translation';

/** How much runs on a machine, as an entry of a list of facts. */
export function WorkloadFact({ node }: { node: NodeDetail }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number } = useUnits();
  return (
    <Fact name={t('tab.workloads')}>
      <BriefFact
        fact={node.workloads ?? { known: false, reason: 'not-configured' }}
      >
        {({ pods, apps }) =>
          [
            t('workloads.pods', { count: pods, number: number(pods) }),
            apps !== undefined &&
              t('workloads.apps', { count: apps, number: number(apps) }),
          ]
            .filter(Boolean)
            .join(' · ')
        }
      </BriefFact>
    </Fact>
  );
}
