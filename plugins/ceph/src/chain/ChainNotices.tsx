import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { Chain } from '@internal/plugin-ceph-common';
import { useUnits } from '@internal/portal-ui';
import { cephTranslationRef } from '../translation';
import { useChainWords } from './useChainWords';
import styles from './chain.module.css';

const mostShown = 5;

/** Says in words which links are not proven, and what was left out. */
export function ChainNotices({ chain }: { chain: Chain }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  const words = useChainWords();
  const unproven = chain.links.filter(({ proof }) => proof === 'none');
  const nameOf = (id: string) => {
    const item = chain.items.find(candidate => candidate.id === id);
    return <bdi>{item ? `${words.kinds([item.kind])} ${item.label}` : id}</bdi>;
  };
  return (
    <>
      {unproven.length > 0 && (
        <Alert
          role="status"
          status="info"
          icon
          title={t('chain.unproven.title', {
            count: unproven.length,
            number: number(unproven.length),
          })}
          description={
            <>
              {t('chain.unproven.description')}
              <ul className={styles.list}>
                {unproven.slice(0, mostShown).map(({ from, to }) => (
                  <li key={`${from} ${to}`}>
                    {t('chain.unproven.link', {
                      from: nameOf(from),
                      to: nameOf(to),
                    })}
                  </li>
                ))}
                {unproven.length > mostShown && (
                  <li>{words.more(unproven.length - mostShown)}</li>
                )}
              </ul>
            </>
          }
        />
      )}
      {chain.leftOut.length > 0 && (
        <Alert
          role="status"
          status="info"
          icon
          title={t('chain.leftOut.title')}
          description={
            <>
              <ul className={styles.list}>
                {chain.leftOut.map(({ kind, count }) => (
                  <li key={kind}>{words.leftOut(kind, count)}</li>
                ))}
              </ul>
              {t('chain.leftOut.description')}
            </>
          }
        />
      )}
    </>
  );
}
