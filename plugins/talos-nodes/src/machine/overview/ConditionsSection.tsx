import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeDetail, UnknownReason } from '@internal/plugin-talos-nodes-common';
import {
  RelativeTime,
  Section,
  SmallText,
  StatusLabel,
} from '@internal/portal-ui';
import { ListNote } from '../../facts/ListNote';
import { talosNodesTranslationRef } from '../../translation';
import { LastSaid } from './LastSaid';
import styles from '../machine.module.css';

type Condition = NodeDetail['conditions'][number];

const tones = {
  good: 'positive',
  bad: 'negative',
  unknown: 'neutral',
} as const;

function healthOf({ type, status }: Condition): keyof typeof tones {
  if (status === 'Unknown') {
    return 'unknown';
  }
  return (type === 'Ready') === (status === 'True') ? 'good' : 'bad';
}

/** What Kubernetes says of a machine; all but `Ready` are best when they are not so. */
export function ConditionsSection(props: {
  conditions: Condition[];
  /** Why nobody told them. */
  unread?: UnknownReason;
  /** When they were told last, where that is no longer current. */
  lastSaid?: string;
}) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { conditions, unread, lastSaid } = props;
  return (
    <Section title={t('machine.conditions')}>
      <LastSaid at={lastSaid} />
      {conditions.length === 0 ? (
        <ListNote unread={unread} none={t('machine.noConditions')} />
      ) : (
        <ul className={styles.rows}>
          {conditions.map(condition => {
            const health = healthOf(condition);
            return (
              <li key={condition.type} className={styles.row}>
                <span>
                  <bdi>{condition.type}</bdi>{' '}
                  <SmallText>
                    {condition.message && <bdi>{condition.message}</bdi>}
                    {condition.since && (
                      <>
                        {' '}
                        {t('machine.since', {
                          time: <RelativeTime value={condition.since} />,
                        })}
                      </>
                    )}
                  </SmallText>
                </span>
                <StatusLabel tone={lastSaid ? 'neutral' : tones[health]}>
                  {t(`machine.condition.${health}`)}
                </StatusLabel>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
