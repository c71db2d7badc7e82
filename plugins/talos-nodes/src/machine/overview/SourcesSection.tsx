import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterState, NodeDetail } from '@internal/plugin-talos-nodes-common';
import {
  RelativeTime,
  Section,
  SmallText,
  StatusLabel,
} from '@internal/portal-ui';
import { talosNodesTranslationRef } from '../../translation';
import styles from '../machine.module.css';

/** Who is asked about a machine, how that goes, and with which certificate. */
export function SourcesSection(props: {
  node: NodeDetail;
  /** Absent while they are read. */
  clusters: readonly ClusterState[] | undefined;
}) {
  const { node, clusters } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const certificate = clusters?.find(
    ({ platform, cluster }) =>
      platform === node.platform && cluster === node.cluster,
  )?.certificate;
  return (
    <Section title={t('machine.sources')}>
      <ul className={styles.rows}>
        {node.sources.map(({ source, observedAt, failure }) => (
          <li key={source} className={styles.row}>
            <span>
              {t(`source.${source}`)}{' '}
              {failure && (
                <SmallText>
                  <bdi>{failure.reason}</bdi>
                </SmallText>
              )}
            </span>
            {failure ? (
              <StatusLabel tone="warning">
                {t('machine.sourceFailing', {
                  time: <RelativeTime value={failure.since} />,
                })}
              </StatusLabel>
            ) : (
              <StatusLabel tone={observedAt ? 'positive' : 'neutral'}>
                {observedAt
                  ? t('machine.sourceFine', {
                      time: <RelativeTime value={observedAt} />,
                    })
                  : t('machine.sourceNever')}
              </StatusLabel>
            )}
          </li>
        ))}
        {certificate && (
          <li className={styles.row}>
            <span>
              {t('machine.certificate')}{' '}
              <SmallText>
                {t('machine.roles', { roles: certificate.roles.join(', ') })}
                {certificate.warning && (
                  <>
                    {'. '}
                    <bdi>{certificate.warning}</bdi>
                  </>
                )}
              </SmallText>
            </span>
            <StatusLabel tone={certificate.warning ? 'warning' : 'positive'}>
              {t('machine.expires', {
                time: <RelativeTime value={certificate.expiresAt} />,
              })}
            </StatusLabel>
          </li>
        )}
      </ul>
    </Section>
  );
}
