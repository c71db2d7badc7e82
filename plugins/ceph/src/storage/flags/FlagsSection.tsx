import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CephDetail } from '@internal/plugin-ceph-common';
import {
  RelativeTime,
  Section,
  SmallText,
  StatusLabel,
  useNow,
} from '@internal/portal-ui';
import { RiFlagLine } from '@remixicon/react';
import { cephTranslationRef } from '../../translation';
import styles from '../storage.module.css';

const explained = [
  'noout',
  'nodown',
  'noup',
  'noin',
  'nobackfill',
  'norebalance',
  'norecover',
  'noscrub',
  'nodeep-scrub',
  'pauserd',
  'pausewr',
  'full',
] as const;
const refreshMilliseconds = 10_000;

/** What somebody told Ceph not to do, and until when; nothing where nothing is. */
export function FlagsSection({ flags }: { flags: CephDetail['flags'] }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const now = useNow(refreshMilliseconds);
  if (!flags.known || flags.value.length === 0) {
    return null;
  }
  return (
    <Section title={t('storage.flag.title')}>
      <ul className={styles.list} aria-label={t('storage.flag.title')}>
        {flags.value.map(({ flag, scope, since, expectedUntil }) => {
          const known = explained.find(name => name === flag);
          const isOverdue =
            expectedUntil !== undefined && new Date(expectedUntil) < now;
          return (
            <li key={`${flag} ${scope}`} className={styles.row}>
              <StatusLabel
                tone={isOverdue ? 'warning' : 'announcement'}
                shape={RiFlagLine}
              >
                <bdi>{flag}</bdi>
              </StatusLabel>
              <span>
                {known
                  ? t(`storage.flag.meaning.${known}`)
                  : t('storage.flag.unexplained')}
              </span>
              <SmallText>
                {scope
                  ? t('storage.flag.scope', { scope: <bdi>{scope}</bdi> })
                  : t('storage.flag.everywhere')}
              </SmallText>
              {since && (
                <SmallText>
                  {t('storage.flag.since', {
                    time: <RelativeTime value={since} />,
                  })}
                </SmallText>
              )}
              {expectedUntil && (
                <SmallText>
                  {t(
                    isOverdue ? 'storage.flag.overdue' : 'storage.flag.until',
                    {
                      time: <RelativeTime value={expectedUntil} />,
                    },
                  )}
                </SmallText>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
