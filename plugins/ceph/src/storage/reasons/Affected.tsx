import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { HealthReason } from '@internal/plugin-ceph-common';
import { SmallText, useUnits } from '@internal/portal-ui';
import { ReactNode } from 'react';
import { cephTranslationRef } from '../../translation';
import { AffectedApp } from './AffectedApp';
import styles from './reasons.module.css';

type Affects = HealthReason['affects'];

/** So many apps are shown at once. */
const mostApps = 8;

export function isAnyAffected(affects: Affects): boolean {
  return Object.values(affects).some(names => names.length > 0);
}

/** Whom and what a reason is about: apps with their owners first. */
export function Affected({ affects }: { affects: Affects }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  const { apps, hosts, osds, pools } = affects;
  const shown = apps.slice(0, mostApps);
  const others = apps.slice(mostApps);
  return (
    <div className={styles.affected}>
      {apps.length > 0 && (
        <ul className={styles.apps} aria-label={t('storage.reason.apps')}>
          {shown.map(app => (
            <AffectedApp key={`${app.namespace}/${app.name}`} app={app} />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <details className={styles.fold}>
          <summary>
            {t('storage.reason.moreApps', {
              count: others.length,
              number: number(others.length),
            })}
          </summary>
          <ul className={styles.apps}>
            {others.map(app => (
              <AffectedApp key={`${app.namespace}/${app.name}`} app={app} />
            ))}
          </ul>
        </details>
      )}
      <Names label={t('storage.reason.hosts')} names={hosts} />
      <Names
        label={t('storage.reason.osds')}
        names={osds.map(id => `osd.${id}`)}
      />
      <Names label={t('storage.reason.pools')} names={pools} />
    </div>
  );
}

function Names(props: { label: string; names: readonly string[] }): ReactNode {
  return (
    props.names.length > 0 && (
      <span>
        <SmallText>{props.label}</SmallText>{' '}
        {props.names.map((name, index) => (
          <span key={name}>
            {index > 0 && ', '}
            <bdi>{name}</bdi>
          </span>
        ))}
      </span>
    )
  );
}
