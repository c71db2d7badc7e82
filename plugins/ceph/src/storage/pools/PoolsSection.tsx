import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CephDetail } from '@internal/plugin-ceph-common';
import { Section } from '@internal/portal-ui';
import { ReadingText } from '../../sources/ReadingText';
import { cephTranslationRef } from '../../translation';
import { PoolTable } from './PoolTable';
import styles from '../storage.module.css';

/** What data is kept in, and with how many copies. */
export function PoolsSection({ pools }: { pools: CephDetail['pools'] }) {
  const { t } = useTranslationRef(cephTranslationRef);
  return (
    <Section title={t('storage.pool.title')}>
      <div className={styles.stack}>
        <p className={styles.note}>{t('storage.pool.explained')}</p>
        <ReadingText reading={pools}>
          {list =>
            list.length > 0 ? (
              <PoolTable pools={list} />
            ) : (
              t('storage.pool.none')
            )
          }
        </ReadingText>
      </div>
    </Section>
  );
}
