import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterState } from '@internal/plugin-talos-nodes-common';
import { SmallText, StatusLabel, useUnits } from '@internal/portal-ui';
import { BriefFact } from '../facts/BriefFact';
import { useFactWords } from '../facts/useFactWords';
import { talosNodesTranslationRef } from '../translation';
import { CardPart } from './CardPart';
import styles from './cards.module.css';

/** Members, leader, database and alarms of a cluster's etcd. */
export function EtcdSummary({ etcd }: { etcd: ClusterState['etcd'] }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const units = useUnits();
  const words = useFactWords();
  if (!etcd.known) {
    return (
      <CardPart title={t('card.etcd')}>
        <SmallText>{words(etcd)}</SmallText>
      </CardPart>
    );
  }
  const { members, alarms } = etcd.value;
  return (
    <CardPart title={t('card.etcd')}>
      <div className={styles.row}>
        <span>
          {t('card.members', {
            count: members.length,
            number: units.number(members.length),
          })}
        </span>
        {!members.some(member => member.leader) && (
          <StatusLabel tone="negative">{t('card.noLeader')}</StatusLabel>
        )}
        {!alarms.known && <SmallText>{words(alarms)}</SmallText>}
        {alarms.known && alarms.value.length === 0 && (
          <StatusLabel tone="positive">{t('card.noAlarms')}</StatusLabel>
        )}
        {alarms.known &&
          alarms.value.map(({ node, alarm }) => (
            <StatusLabel key={`${node} ${alarm}`} tone="negative">
              <bdi>
                {node}: {alarm}
              </bdi>
            </StatusLabel>
          ))}
      </div>
      <ul className={styles.list}>
        {members.map(member => (
          <li key={member.id} className={styles.entry}>
            <bdi>{member.node}</bdi>
            {member.leader && (
              <StatusLabel tone="announcement">{t('card.leader')}</StatusLabel>
            )}
            {member.learner && (
              <StatusLabel tone="neutral">{t('card.learner')}</StatusLabel>
            )}
            <SmallText>
              {t('card.database')}{' '}
              <BriefFact fact={member.databaseBytes}>
                {units.diskBytes}
              </BriefFact>
            </SmallText>
            {member.errors.map(error => (
              <StatusLabel key={error} tone="negative">
                <bdi>{error}</bdi>
              </StatusLabel>
            ))}
          </li>
        ))}
      </ul>
    </CardPart>
  );
}
