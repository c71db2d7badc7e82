import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { CephSummary } from '@internal/plugin-ceph-common';
import { Fact, FactList, RelativeTime, useUnits } from '@internal/portal-ui';
import { ReadingText } from '../../sources/ReadingText';
import { cephTranslationRef } from '../../translation';
import { useCheckWords } from '../reasons/useCheckWords';
import { HealthLabel } from '../verdict/HealthLabel';
import { useVerdict } from '../verdict/useVerdict';
import styles from './brief.module.css';

export interface CephBriefProps {
  ceph: CephSummary;
  /** Whether its name is said, for it is not the only one. */
  isNamed?: boolean;
}

/** A Ceph cluster in short: the verdict, its first reason, space and disks. */
export function CephBrief({ ceph, isNamed }: CephBriefProps) {
  const { t } = useTranslationRef(cephTranslationRef);
  const units = useUnits();
  const { number } = units;
  const verdict = useVerdict();
  const checkWords = useCheckWords();
  const worst = ceph.reasons.find(({ muted }) => !muted);
  const words = worst && checkWords(worst.code);
  return (
    <div className={styles.brief}>
      {isNamed && (
        <Text as="h3" variant="body-medium" weight="bold">
          <bdi>{ceph.name}</bdi>
        </Text>
      )}
      <HealthLabel health={ceph.health} />
      <Text as="p">{verdict(ceph)}</Text>
      {ceph.lastKnown && (
        <Text as="p" variant="body-small">
          {t('storage.verdict.lastKnown', {
            health: t(`storage.lastKnown.${ceph.lastKnown.health}`),
            time: <RelativeTime value={ceph.lastKnown.observedAt} />,
          })}
        </Text>
      )}
      {ceph.external && (
        <Text as="p" variant="body-small">
          {t('storage.verdict.external')}
        </Text>
      )}
      <FactList>
        {words && (
          <Fact name={t('storage.card.worst')}>
            <span
              lang={words.isTranslated ? undefined : 'en'}
              dir={words.isTranslated ? undefined : 'ltr'}
            >
              {words.title}
            </span>
          </Fact>
        )}
        <Fact name={t('storage.card.used')}>
          <ReadingText reading={ceph.capacity}>
            {({ totalBytes, usedBytes }) =>
              t('storage.osd.use', {
                share: units.percent(
                  totalBytes > 0 ? usedBytes / totalBytes : 0,
                ),
                size: units.diskBytes(totalBytes),
              })
            }
          </ReadingText>
        </Fact>
        {!ceph.external && (
          <Fact name={t('storage.card.disks')}>
            <ReadingText reading={ceph.osds}>
              {osds =>
                t('storage.card.up', {
                  up: number(osds.up),
                  number: number(osds.total),
                  in: number(osds.in),
                })
              }
            </ReadingText>
          </Fact>
        )}
      </FactList>
    </div>
  );
}
