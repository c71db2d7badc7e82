import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SmallText, StatusLabel } from '@internal/portal-ui';
import { RiLinkUnlinkM } from '@remixicon/react';
import { cephTranslationRef } from '../translation';
import { ChainRow } from './buildChainRows';
import { useChainWords } from './useChainWords';

const mostShown = 3;

/** Which links of a row nothing proves. */
export function UnprovenLinks({ row }: { row: ChainRow }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const words = useChainWords();
  const nameOf = (id: string) =>
    row.items.find(item => item.id === id)?.label ?? id;
  if (row.unproven.length === 0) {
    return <SmallText>{t('chain.proven')}</SmallText>;
  }
  return (
    <>
      <StatusLabel tone="neutral" shape={RiLinkUnlinkM}>
        {t('chain.legend.unproven')}
      </StatusLabel>
      {row.unproven.slice(0, mostShown).map(({ from, to }) => (
        <SmallText key={`${from} ${to}`}>
          {t('chain.unproven.link', {
            from: <bdi>{nameOf(from)}</bdi>,
            to: <bdi>{nameOf(to)}</bdi>,
          })}
        </SmallText>
      ))}
      {row.unproven.length > mostShown && (
        <SmallText>{words.more(row.unproven.length - mostShown)}</SmallText>
      )}
    </>
  );
}
