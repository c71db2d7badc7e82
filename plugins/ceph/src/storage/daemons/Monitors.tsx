import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CephDetail } from '@internal/plugin-ceph-common';
import { StatusLabel, SmallText, useUnits } from '@internal/portal-ui';
import { KnownValue } from '../../sources/KnownValue';
import { cephTranslationRef } from '../../translation';
import styles from '../storage.module.css';

/** Who decides what is true in Ceph, and whether enough of them agree. */
export function Monitors(props: {
  monitors: KnownValue<CephDetail['monitors']>;
}) {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  const { monitors } = props;
  const inQuorum = monitors.filter(monitor => monitor.inQuorum).length;
  const needed = Math.floor(monitors.length / 2) + 1;
  return (
    <div className={styles.lines}>
      <span>
        {t(
          inQuorum >= needed
            ? 'storage.daemon.quorum'
            : 'storage.daemon.noQuorum',
          {
            inQuorum: number(inQuorum),
            number: number(monitors.length),
            needed: number(needed),
          },
        )}
      </span>
      <ul className={styles.row}>
        {monitors.map(monitor => (
          <li key={monitor.name} className={styles.lines}>
            <StatusLabel tone={monitor.inQuorum ? 'positive' : 'negative'}>
              <bdi>{monitor.name}</bdi>{' '}
              {t(monitor.inQuorum ? 'storage.daemon.in' : 'storage.daemon.out')}
            </StatusLabel>
            {monitor.node && (
              <SmallText>
                <bdi>{monitor.node}</bdi>
              </SmallText>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
