import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SmallText, StatusLabel } from '@internal/portal-ui';
import { RiLinkUnlinkM } from '@remixicon/react';
import { cephTranslationRef } from '../translation';
import { ChainRow } from './buildChainRows';
import { useChainWords } from './useChainWords';

const mostShown = 3;

/** Which links of a row nothing proves, and what shows the disks. */
export function ChainProofs({ row }: { row: ChainRow }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const words = useChainWords();
  const itemOf = (id: string) => row.items.find(item => item.id === id);
  const unproven = row.links.filter(({ proof }) => proof === 'none');
  const ofDisks = new Set(
    row.links.flatMap(({ from, to, proof }) =>
      itemOf(from)?.kind === 'disk' &&
      itemOf(to)?.kind === 'osd' &&
      proof !== 'none'
        ? [proof]
        : [],
    ),
  );
  return (
    <>
      {unproven.length === 0 && <span>{t('chain.proven')}</span>}
      {unproven.length > 0 && (
        <StatusLabel tone="neutral" shape={RiLinkUnlinkM}>
          {t('chain.legend.unproven')}
        </StatusLabel>
      )}
      {unproven.slice(0, mostShown).map(({ from, to }) => (
        <SmallText key={`${from} ${to}`}>
          {t('chain.unproven.link', {
            from: <bdi>{itemOf(from)?.label ?? from}</bdi>,
            to: <bdi>{itemOf(to)?.label ?? to}</bdi>,
          })}
        </SmallText>
      ))}
      {unproven.length > mostShown && (
        <SmallText>{words.more(unproven.length - mostShown)}</SmallText>
      )}
      {[...ofDisks].map(proof => (
        <SmallText key={proof}>
          {t('chain.provenBy', {
            kinds: t('chain.column.disks'),
            proof: t(`chain.proof.${proof}`),
          })}
        </SmallText>
      ))}
    </>
  );
}
