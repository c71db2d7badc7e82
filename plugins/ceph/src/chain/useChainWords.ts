import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChainItem, ChainKind } from '@internal/plugin-ceph-common';
import { useUnits } from '@internal/portal-ui';
import { cephTranslationRef } from '../translation';

/** Words for kinds of items, in all the numbers there may be of them. */
export function useChainWords() {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  return {
    kinds: (kinds: readonly ChainKind[]) =>
      kinds.map(kind => t(`chain.kind.${kind}`)).join(' / '),
    leftOut: (kind: ChainKind, count: number) =>
      t(`chain.leftOut.${kind}`, { count, number: number(count) }),
    /** What stands for several items; only volumes and claims are put together. */
    fold: (members: readonly ChainItem[]) => {
      const count = members.length;
      return t(
        members[0].kind === 'claim' ? 'chain.fold.claim' : 'chain.fold.volume',
        { count, number: number(count) },
      );
    },
    more: (count: number) => t('chain.more', { count, number: number(count) }),
  };
}
