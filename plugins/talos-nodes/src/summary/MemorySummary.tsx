import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { SmallText, useUnits } from '@internal/portal-ui';
import { BriefFact } from '../facts/BriefFact';
import { talosNodesTranslationRef } from '../translation';

/** Memory that is built in, and what the kernel has of it. */
export function MemorySummary({ node }: { node: NodeSummary }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { memoryBytes } = useUnits();
  const { memoryInstalledBytes: installed, memoryUsableBytes: usable } = node;
  const isUsableMain = !installed.known && usable.known;
  return (
    <>
      {!isUsableMain && (
        <BriefFact fact={installed}>
          {bytes => t('amount.installed', { amount: memoryBytes(bytes) })}
        </BriefFact>
      )}
      {isUsableMain ? (
        <BriefFact fact={usable}>
          {bytes => t('amount.usable', { amount: memoryBytes(bytes) })}
        </BriefFact>
      ) : (
        usable.known && (
          <SmallText>
            <BriefFact fact={usable}>
              {bytes => t('amount.usable', { amount: memoryBytes(bytes) })}
            </BriefFact>
          </SmallText>
        )
      )}
    </>
  );
}
