import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { CephDetail } from '@internal/plugin-ceph-common';
import { Section, useUnits } from '@internal/portal-ui';
import { ReadingText } from '../../sources/ReadingText';
import { cephTranslationRef } from '../../translation';
import { CapacityBar } from './CapacityBar';
import { ForecastChart } from './ForecastChart';
import { ForecastSentence } from './ForecastSentence';
import { usableBytes } from './usableBytes';
import styles from '../storage.module.css';

/** How full it is, before and after copies, and when it would be full. */
export function CapacitySection({ ceph }: { ceph: CephDetail }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const units = useUnits();
  const usable = ceph.pools.known ? usableBytes(ceph.pools.value) : undefined;
  return (
    <Section title={t('storage.capacity.title')}>
      <div className={styles.stack}>
        <div className={styles.lines}>
          <Text as="p" weight="bold">
            {usable
              ? t(
                  usable.least === usable.most
                    ? 'storage.capacity.usable'
                    : 'storage.capacity.usableBetween',
                  {
                    least: units.diskBytes(usable.least),
                    most: units.diskBytes(usable.most),
                  },
                )
              : t('storage.capacity.usableUnknown')}
          </Text>
          <p className={styles.note}>{t('storage.capacity.usableNote')}</p>
        </div>
        <div className={styles.lines}>
          {!ceph.capacity.known && (
            <span>{t('storage.capacity.rawUnknown')}</span>
          )}
          <ReadingText reading={ceph.capacity}>
            {({ totalBytes, usedBytes }) => (
              <CapacityBar
                totalBytes={totalBytes}
                usedBytes={usedBytes}
                limits={ceph.usage.known ? ceph.usage.value : undefined}
              />
            )}
          </ReadingText>
        </div>
        <ForecastSentence forecast={ceph.forecast} />
        <ForecastChart ceph={ceph} />
      </div>
    </Section>
  );
}
