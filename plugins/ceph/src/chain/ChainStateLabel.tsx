import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChainItem } from '@internal/plugin-ceph-common';
import { StatusLabel, StatusTone } from '@internal/portal-ui';
import { RiQuestionLine } from '@remixicon/react';
import { cephTranslationRef } from '../translation';

type State = ChainItem['state'];

export const chainTones: Record<State, StatusTone> = {
  ok: 'positive',
  degraded: 'warning',
  down: 'negative',
  unknown: 'neutral',
};

/** Shape of a state where the tone's own would say something else. */
export function shapeOfState(state: State) {
  return state === 'unknown' ? RiQuestionLine : undefined;
}

/** How something in the chain is, as shape, words and colour. */
export function ChainStateLabel({ state }: { state: State }) {
  const { t } = useTranslationRef(cephTranslationRef);
  return (
    <StatusLabel tone={chainTones[state]} shape={shapeOfState(state)}>
      {t(`chain.state.${state}`)}
    </StatusLabel>
  );
}
