import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Volume, volumeKindSchema } from '@internal/plugin-ceph-common';
import { useUnits } from '@internal/portal-ui';
import { cephTranslationRef } from '../translation';
import { volumeStates } from './volumeStates';

const domains = [
  'osd',
  'host',
  'rack',
  'zone',
  'datacenter',
  'region',
] as const;

type Redundancy = Extract<Volume['redundancy'], { known: true }>['value'];

/** Words for values of closed lists; other values stand for themselves. */
export function useVolumeWords() {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  return {
    kind: (value: string) => {
      const kind = volumeKindSchema.safeParse(value);
      return kind.success ? t(`volumes.kind.${kind.data}`) : value;
    },
    state: (value: string) => {
      const state = volumeStates.find(name => name === value);
      return state ? t(`volumes.state.${state}`) : value;
    },
    /** How many copies there are, and over what they are spread. */
    copies: ({ copies: count, failureDomain }: Redundancy) => {
      const amount = { count, number: number(count) };
      const domain = domains.find(name => name === failureDomain);
      return failureDomain === undefined
        ? t('volumes.copies', amount)
        : t('volumes.copiesAcross', {
            ...amount,
            domain: domain ? t(`volumes.domain.${domain}`) : failureDomain,
          });
    },
    more: (count: number) =>
      t('volumes.more', { count, number: number(count) }),
  };
}
