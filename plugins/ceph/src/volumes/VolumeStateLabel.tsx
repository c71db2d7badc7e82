import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Volume } from '@internal/plugin-ceph-common';
import { StatusLabel, StatusTone } from '@internal/portal-ui';
import {
  RemixiconComponentType,
  RiDeleteBinLine,
  RiQuestionLine,
} from '@remixicon/react';
import { cephTranslationRef } from '../translation';

const tones: Record<Volume['state'], StatusTone> = {
  ok: 'positive',
  degraded: 'warning',
  blocked: 'negative',
  lost: 'negative',
  unknown: 'neutral',
};

const shapes: Partial<Record<Volume['state'], RemixiconComponentType>> = {
  lost: RiDeleteBinLine,
  unknown: RiQuestionLine,
};

/** How a volume is, as shape, words and colour. */
export function VolumeStateLabel({ state }: { state: Volume['state'] }) {
  const { t } = useTranslationRef(cephTranslationRef);
  return (
    <StatusLabel tone={tones[state]} shape={shapes[state]}>
      {t(`volumes.state.${state}`)}
    </StatusLabel>
  );
}
