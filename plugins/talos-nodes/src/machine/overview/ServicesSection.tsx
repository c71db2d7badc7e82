import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeDetail, UnknownReason } from '@internal/plugin-talos-nodes-common';
import { Section, StatusLabel } from '@internal/portal-ui';
import { ListNote } from '../../facts/ListNote';
import { talosNodesTranslationRef } from '../../translation';
import { LastSaid } from './LastSaid';
import styles from '../machine.module.css';

type Service = NodeDetail['services'][number];

const tones = {
  healthy: 'positive',
  running: 'positive',
  stopped: 'neutral',
  sick: 'negative',
} as const;

/** A service without a health check is as good as one that passes it. */
function healthOf({ running, healthy }: Service): keyof typeof tones {
  if (!running) {
    return 'stopped';
  }
  if (healthy === undefined) {
    return 'running';
  }
  return healthy ? 'healthy' : 'sick';
}

/** Talos' own services. */
export function ServicesSection(props: {
  services: Service[];
  /** Why nobody told them. */
  unread?: UnknownReason;
  /** When they were told last, where that is no longer current. */
  lastSaid?: string;
}) {
  const { services, unread, lastSaid } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  return (
    <Section title={t('machine.services')}>
      <LastSaid at={lastSaid} />
      {services.length === 0 ? (
        <ListNote unread={unread} none={t('machine.noServices')} />
      ) : (
        <ul className={styles.rows}>
          {services.map(service => {
            const health = healthOf(service);
            return (
              <li key={service.name} className={styles.row}>
                <bdi>{service.name}</bdi>
                <StatusLabel tone={lastSaid ? 'neutral' : tones[health]}>
                  {t(`machine.service.${health}`)}
                </StatusLabel>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
