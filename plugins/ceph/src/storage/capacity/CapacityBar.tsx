import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SmallText, useUnits } from '@internal/portal-ui';
import { cephTranslationRef } from '../../translation';
import styles from './capacity.module.css';

export interface CapacityBarProps {
  /** Raw bytes, before copies. */
  totalBytes: number;
  usedBytes: number;
  /** Shares of 1; absent where they are not known. */
  limits?: { nearFull: number; backfillFull: number; full: number };
}

/** Raw space in use, and where Ceph warns and stops; the words under it say the same. */
export function CapacityBar(props: CapacityBarProps) {
  const { totalBytes, usedBytes, limits } = props;
  const { t } = useTranslationRef(cephTranslationRef);
  const units = useUnits();
  const share = totalBytes > 0 ? usedBytes / totalBytes : 0;
  const marks = limits
    ? [
        { name: 'nearFull' as const, at: limits.nearFull },
        { name: 'backfillFull' as const, at: limits.backfillFull },
        { name: 'full' as const, at: limits.full },
      ]
    : [];
  const passed = marks.filter(({ at }) => share >= at).at(-1);
  return (
    <div className={styles.capacity}>
      <span>
        {t('storage.capacity.raw', {
          used: units.diskBytes(usedBytes),
          total: units.diskBytes(totalBytes),
          share: units.percent(share),
        })}
      </span>
      <div className={styles.bar} aria-hidden="true">
        <span
          className={styles.used}
          data-passed={passed?.name}
          style={{ inlineSize: `${Math.min(100, share * 100)}%` }}
        />
        {marks.map(({ name, at }) => (
          <span
            key={name}
            className={styles.mark}
            data-mark={name}
            style={{ insetInlineStart: `${at * 100}%` }}
          />
        ))}
      </div>
      {marks.length > 0 && (
        <ul className={styles.marks} aria-label={t('storage.capacity.limits')}>
          {marks.map(({ name, at }) => (
            <li key={name}>
              <SmallText>
                {t(`storage.capacity.${name}`, { share: units.percent(at) })}
                {share >= at && ` — ${t('storage.capacity.passed')}`}
              </SmallText>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
