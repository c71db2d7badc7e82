import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { CephSummary } from '@internal/plugin-ceph-common';
import { EntityLink, RelativeTime, SmallText } from '@internal/portal-ui';
import { SourceAges } from '../../sources/SourceAges';
import { cephTranslationRef } from '../../translation';
import { healthShapes, healthTones } from './healthTones';
import { useVerdict } from './useVerdict';
import styles from './Verdict.module.css';

/** The verdict in one sentence, since when, and what it rests on. */
export function Verdict({ ceph }: { ceph: CephSummary }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const verdict = useVerdict();
  const { health, lastKnown } = ceph;
  const Shape = healthShapes[health];
  const sources = ceph.sources.filter(
    ({ state }) => state !== 'not-configured' && state !== 'absent',
  );
  return (
    <section
      className={styles.verdict}
      data-tone={healthTones[health]}
      aria-label={t('storage.verdict.label')}
    >
      <Shape className={styles.icon} aria-hidden="true" />
      <div className={styles.body}>
        <p className={styles.kind}>{t(`storage.health.${health}`)}</p>
        <Text as="p" variant="title-x-small" weight="bold">
          {verdict(ceph)}
        </Text>
        {lastKnown && (
          <Text as="p">
            {t('storage.verdict.lastKnown', {
              health: t(`storage.lastKnown.${lastKnown.health}`),
              time: <RelativeTime value={lastKnown.observedAt} />,
            })}
          </Text>
        )}
        {ceph.external && <Text as="p">{t('storage.verdict.external')}</Text>}
        <p className={styles.facts}>
          {ceph.since && (
            <span>
              {t('storage.verdict.since', {
                time: <RelativeTime value={ceph.since} />,
              })}
            </span>
          )}
          <SourceAges sources={sources} />
          <SmallText>
            <EntityLink entityRef={ceph.entityRef} />
          </SmallText>
        </p>
      </div>
    </section>
  );
}
