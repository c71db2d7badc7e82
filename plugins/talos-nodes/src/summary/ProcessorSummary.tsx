import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { SmallText, useUnits } from '@internal/portal-ui';
import { BriefFact } from '../facts/BriefFact';
import { talosNodesTranslationRef } from '../translation';

/** Cores, threads and architecture. */
export function ProcessorSummary({ node }: { node: NodeSummary }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number } = useUnits();
  return (
    <>
      <BriefFact fact={node.cores}>
        {cores => t('amount.cores', { count: cores, number: number(cores) })}
      </BriefFact>
      {node.threads.known && (
        <SmallText>
          <BriefFact fact={node.threads}>
            {threads =>
              t('amount.threads', { count: threads, number: number(threads) })
            }
          </BriefFact>
        </SmallText>
      )}
      <SmallText>
        <BriefFact fact={node.architecture}>
          {value => <bdi>{value}</bdi>}
        </BriefFact>
      </SmallText>
    </>
  );
}
