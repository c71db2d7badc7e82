import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CephDetail } from '@internal/plugin-ceph-common';
import { SmallText, StatusLabel, useUnits } from '@internal/portal-ui';
import { KnownValue } from '../../sources/KnownValue';
import { cephTranslationRef } from '../../translation';
import styles from '../storage.module.css';

/** File systems and the metadata servers that serve them. */
export function Filesystems(props: {
  filesystems: KnownValue<CephDetail['filesystems']>;
}) {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  return (
    <ul className={styles.list}>
      {props.filesystems.map(({ name, active, standbys, failed }) => (
        <li key={name} className={styles.lines}>
          <span>
            <bdi>{name}</bdi>
            {': '}
            {active.length > 0
              ? t('storage.daemon.active', {
                  name: <bdi>{active.join(', ')}</bdi>,
                })
              : t('storage.daemon.noMetadataServer')}
          </span>
          <SmallText>
            {standbys.length > 0
              ? t('storage.daemon.standbys', {
                  names: <bdi>{standbys.join(', ')}</bdi>,
                })
              : t('storage.daemon.noStandby')}
          </SmallText>
          {failed > 0 && (
            <StatusLabel tone="negative">
              {t('storage.daemon.failed', {
                count: failed,
                number: number(failed),
              })}
            </StatusLabel>
          )}
        </li>
      ))}
    </ul>
  );
}
