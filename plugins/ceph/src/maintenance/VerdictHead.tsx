import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeVerdict } from '@internal/plugin-ceph-common';
import { RelativeTime, SmallText, StatusIcon } from '@internal/portal-ui';
import { cephTranslationRef } from '../translation';
import { useMaintenanceWords } from './useMaintenanceWords';
import { verdictShapes, verdictTones } from './VerdictLabel';
import styles from './maintenance.module.css';

/** Which results speak for which verdict; of a safe one nothing does. */
const decisive = {
  unsafe: 'blocks',
  unknown: 'unknown',
  'safe-after-steps': 'step',
  safe: undefined,
} as const;

/** The verdict, large, with the inputs that decide it and its age. */
export function VerdictHead({ verdict: judged }: { verdict: NodeVerdict }) {
  const { verdict, observedAt } = judged;
  const { t } = useTranslationRef(cephTranslationRef);
  const words = useMaintenanceWords();
  const tone = verdictTones[verdict];
  const deciding = judged.inputs.filter(
    ({ result }) => result === decisive[verdict],
  );
  return (
    <div className={styles.verdict} data-tone={tone}>
      <span className={styles.verdictIcon}>
        <StatusIcon tone={tone} shape={verdictShapes[verdict]} />
      </span>
      <div className={styles.verdictWords}>
        <p className={styles.verdictName} role="status">
          {t(`maintenance.verdict.${verdict}`)}
        </p>
        <p className={styles.verdictSentence}>
          {t(`maintenance.sentence.${verdict}`)}
        </p>
        {deciding.length > 0 && (
          <ul className={styles.reasons} aria-label={t('maintenance.because')}>
            {deciding.map(input => (
              <li key={input.id}>
                <strong>{t(`maintenance.input.${input.id}`)}:</strong>{' '}
                {words.reason(input)}
              </li>
            ))}
          </ul>
        )}
        <SmallText>
          {observedAt
            ? t('maintenance.observed', {
                time: <RelativeTime value={observedAt} />,
              })
            : t('maintenance.neverObserved')}
        </SmallText>
      </div>
    </div>
  );
}
