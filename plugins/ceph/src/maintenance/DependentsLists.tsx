import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SmallText } from '@internal/portal-ui';
import { Text } from '@backstage/ui';
import { AppReference, Dependents } from '@internal/plugin-ceph-common';
import { ReactNode } from 'react';
import { cephTranslationRef } from '../translation';
import { AppName } from '../volumes/AppName';
import { VolumeTable } from '../volumes/VolumeTable';
import { useMaintenanceWords } from './useMaintenanceWords';
import styles from './maintenance.module.css';

/** What fewer copies, a stop or a move await, and what exists on the machine only. */
export function DependentsLists({ dependents }: { dependents: Dependents }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const words = useMaintenanceWords();
  const { stopping, lessRedundant, moving, localVolumes } = dependents;
  return (
    <div className={styles.content}>
      <div className={styles.parts}>
        <Part
          title={t('maintenance.dependents.stopping')}
          entries={stopping.map(({ app, reason }) => (
            <li key={`${keyOf(app)} ${reason}`}>
              <AppName app={app} />{' '}
              <SmallText>{words.stopping(reason)}</SmallText>
            </li>
          ))}
        />
        <Part
          title={t('maintenance.dependents.lessRedundant')}
          entries={lessRedundant.map(app => (
            <li key={keyOf(app)}>
              <AppName app={app} />
            </li>
          ))}
        />
        <Part
          title={t('maintenance.dependents.moving')}
          entries={moving.map(app => (
            <li key={keyOf(app)}>
              <AppName app={app} />
            </li>
          ))}
        />
      </div>
      <div className={styles.phase}>
        <Text as="h4" variant="body-medium" weight="bold">
          {t('maintenance.dependents.localVolumes')}
        </Text>
        {localVolumes.length > 0 ? (
          <VolumeTable volumes={localVolumes} />
        ) : (
          <SmallText>{t('maintenance.dependents.none')}</SmallText>
        )}
      </div>
    </div>
  );
}

function keyOf({ namespace, name }: AppReference): string {
  return `${namespace} ${name}`;
}

function Part(props: { title: string; entries: readonly ReactNode[] }) {
  const { t } = useTranslationRef(cephTranslationRef);
  return (
    <div className={styles.phase}>
      <Text as="h4" variant="body-medium" weight="bold">
        {props.title}
      </Text>
      {props.entries.length > 0 ? (
        <ul className={styles.list}>{props.entries}</ul>
      ) : (
        <SmallText>{t('maintenance.dependents.none')}</SmallText>
      )}
    </div>
  );
}
