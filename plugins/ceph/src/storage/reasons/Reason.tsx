import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { HealthReason, nameFlags } from '@internal/plugin-ceph-common';
import {
  Fact,
  FactList,
  RelativeTime,
  SmallText,
  StatusIcon,
  StatusLabel,
  StatusTone,
} from '@internal/portal-ui';
import { RiVolumeMuteLine } from '@remixicon/react';
import { cephTranslationRef } from '../../translation';
import { Affected, isAnyAffected } from './Affected';
import { RiskLabel } from './RiskLabel';
import { useCheckWords } from './useCheckWords';
import styles from './reasons.module.css';

const tones: Record<HealthReason['severity'], StatusTone> = {
  critical: 'negative',
  warning: 'warning',
  info: 'announcement',
};

/** One reason in plain words: what it means, for whom, and what to do. */
export function Reason({ reason }: { reason: HealthReason }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const words = useCheckWords()(reason.code);
  const tone = tones[reason.severity];
  const language = words.isTranslated ? undefined : 'en';
  return (
    <li className={styles.reason} data-tone={tone}>
      <div className={styles.head}>
        <Text as="h4" variant="body-large" weight="bold">
          <span className={styles.title}>
            <StatusIcon tone={tone} />
            <span lang={language} dir={language && 'ltr'}>
              {words.title}
            </span>
          </span>
        </Text>
        <RiskLabel risk={reason.dataRisk} />
        {reason.muted && (
          <StatusLabel tone="neutral" shape={RiVolumeMuteLine}>
            {t('storage.reason.isMuted')}
          </StatusLabel>
        )}
      </div>
      {words.meaning && (
        <p className={styles.meaning} lang={language} dir={language && 'ltr'}>
          {words.meaning}
        </p>
      )}
      <FactList>
        {isAnyAffected(reason.affects) && (
          <Fact name={t('storage.reason.affects')}>
            <Affected affects={reason.affects} />
          </Fact>
        )}
        {reason.since && (
          <Fact name={t('storage.reason.since')}>
            <RelativeTime value={reason.since} />
          </Fact>
        )}
        {reason.asOf && (
          <Fact name={t('storage.reason.asOf')}>
            {t('storage.reason.asOfNote', {
              time: <RelativeTime value={reason.asOf} />,
            })}
          </Fact>
        )}
        {words.nextStep && (
          <Fact name={t('storage.reason.next')}>
            <span lang={language} dir={language && 'ltr'}>
              {nameFlags(words.nextStep, reason.raw)}
            </span>
          </Fact>
        )}
      </FactList>
      {!words.isTranslated && (
        <SmallText>{t('storage.reason.inEnglish')}</SmallText>
      )}
      <details className={styles.fold}>
        <summary>
          {t(
            isOwnFinding(reason.code)
              ? 'storage.reason.evidence'
              : 'storage.reason.raw',
            { code: <bdi>{reason.code}</bdi> },
          )}
        </summary>
        <pre className={styles.raw} dir="ltr" lang="en">
          {[reason.code, ...reason.raw].join('\n')}
        </pre>
      </details>
    </li>
  );
}

/** Ceph's own codes are in capitals. */
function isOwnFinding(code: string): boolean {
  return code !== code.toUpperCase();
}
