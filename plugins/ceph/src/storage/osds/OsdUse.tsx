import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Osd } from '@internal/plugin-ceph-common';
import { useUnits } from '@internal/portal-ui';
import { ReadingText } from '../../sources/ReadingText';
import { cephTranslationRef } from '../../translation';
import { UseBar } from '../charts/UseBar';
import { FillLimits } from './fillLimits';
import styles from './osds.module.css';

/** How full an OSD is, as a bar and in words. */
export function OsdUse({ osd, limits }: { osd: Osd; limits: FillLimits }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const units = useUnits();
  const { sizeBytes, usedBytes } = osd;
  if (!sizeBytes.known || !usedBytes.known || sizeBytes.value === 0) {
    return <ReadingText reading={usedBytes}>{units.diskBytes}</ReadingText>;
  }
  const share = usedBytes.value / sizeBytes.value;
  const isNearFull = share >= limits.nearFull;
  const word = share >= limits.full ? 'full' : 'nearFull';
  return (
    <span className={styles.use}>
      <UseBar share={share} isNearFull={isNearFull} />
      <span className={styles.usage}>
        {t('storage.osd.use', {
          share: units.percent(share),
          size: units.diskBytes(sizeBytes.value),
        })}
        {isNearFull && ` · ${t(`storage.osd.${word}`)}`}
      </span>
    </span>
  );
}
