import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SmallText, StatusLabel, useUnits } from '@internal/portal-ui';
import { findDestinations } from '../fleet/findDestinations';
import { ArchitectureShare } from '../fleet/sumNodes';
import { talosNodesTranslationRef } from '../translation';
import { MachineNames } from './MachineNames';

const others = ['guarded', 'cordoned', 'untold'] as const;

/** Where an app that is bound to an architecture could still move to. */
export function Destinations(props: {
  share: ArchitectureShare;
  architecture: string;
}) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number } = useUnits();
  const { architecture, share } = props;
  const found = findDestinations(share.ready);
  return (
    <>
      <Verdict {...props} open={found.open.length} />
      {found.open.length > 1 && <MachineNames nodes={found.open} />}
      {others
        .filter(kind => found[kind].length > 0)
        .map(kind => (
          <section
            key={kind}
            aria-label={`${architecture}: ${t(`card.${kind}`)}`}
          >
            <SmallText>
              {t('card.counted', {
                what: t(`card.${kind}`),
                number: number(found[kind].length),
              })}
            </SmallText>
            <MachineNames nodes={found[kind]} withTaints={kind === 'guarded'} />
          </section>
        ))}
    </>
  );
}

function Verdict(props: {
  share: ArchitectureShare;
  architecture: string;
  /** How many machines take any app. */
  open: number;
}) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number } = useUnits();
  const { architecture, open, share } = props;
  if (share.ready.length === 0 && share.unknown > 0) {
    return (
      <StatusLabel tone="neutral">
        {t('card.staysUnknown', { architecture })}
      </StatusLabel>
    );
  }
  if (share.ready.length === 0) {
    return (
      <StatusLabel tone="negative">
        {t('card.staysNone', { architecture })}
      </StatusLabel>
    );
  }
  if (open > 1) {
    return (
      <SmallText>
        {t('card.moves', { architecture, number: number(open) })}
      </SmallText>
    );
  }
  const stays = share.machines === 1 ? 'card.staysOne' : 'card.staysReady';
  return (
    <StatusLabel tone="warning">
      {t(open === 1 ? stays : 'card.staysGuarded', { architecture })}
    </StatusLabel>
  );
}
