import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CephSummary } from '@internal/plugin-ceph-common';
import { Section, useUnits } from '@internal/portal-ui';
import { cephTranslationRef } from '../../translation';
import { Reason } from './Reason';
import styles from './reasons.module.css';

/** Why storage is as it is, worst first; what was muted is folded. */
export function ReasonsSection({ ceph }: { ceph: CephSummary }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  const loud = ceph.reasons.filter(({ muted }) => !muted);
  const muted = ceph.reasons.filter(reason => reason.muted);
  if (ceph.reasons.length === 0) {
    return null;
  }
  return (
    <Section title={t('storage.reason.title')}>
      <div className={styles.reasons}>
        {loud.length > 0 && (
          <ul className={styles.list} aria-label={t('storage.reason.title')}>
            {loud.map(reason => (
              <Reason key={reason.code} reason={reason} />
            ))}
          </ul>
        )}
        {muted.length > 0 && (
          <details className={styles.fold}>
            <summary>
              {t('storage.reason.muted', {
                count: muted.length,
                number: number(muted.length),
              })}
            </summary>
            <ul className={styles.list}>
              {muted.map(reason => (
                <Reason key={reason.code} reason={reason} />
              ))}
            </ul>
          </details>
        )}
      </div>
    </Section>
  );
}
