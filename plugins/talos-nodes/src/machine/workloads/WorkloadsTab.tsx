import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyState, EntityLink, Section } from '@internal/portal-ui';
import { RiAppsLine } from '@remixicon/react';
import { talosNodesTranslationRef } from '../../translation';
import styles from '../machine.module.css';

/** Apps that the catalog relates to a machine. */
export function WorkloadsTab({ entity }: { entity?: Entity }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const apps = [
    ...new Set(
      (entity?.relations ?? [])
        .map(relation => relation.targetRef)
        .filter(ref => parseEntityRef(ref).kind === 'component'),
    ),
  ].sort();
  if (apps.length === 0) {
    return (
      <EmptyState
        icon={<RiAppsLine />}
        headingLevel="h3"
        title={t('workloads.none.title')}
        description={
          entity ? t('workloads.none.description') : t('workloads.noEntity')
        }
      />
    );
  }
  return (
    <Section title={t('workloads.title')}>
      <ul className={styles.rows}>
        {apps.map(app => (
          <li key={app} className={styles.row}>
            <EntityLink entityRef={app} />
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t('workloads.note')}</p>
    </Section>
  );
}
