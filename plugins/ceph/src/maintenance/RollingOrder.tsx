import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import { RollingPlan } from '@internal/plugin-ceph-common';
import { SmallText, StatusLabel } from '@internal/portal-ui';
import { RiSkipForwardLine } from '@remixicon/react';
import { cephTranslationRef } from '../translation';
import { MachineLink } from './MachineLink';
import { useMaintenanceWords } from './useMaintenanceWords';
import { useRollingSentence } from './useRollingSentence';
import { VerdictLabel } from './VerdictLabel';
import styles from './maintenance.module.css';

/** The order of a rolling upgrade, and where and why it would stop. */
export function RollingOrder({ plan }: { plan: RollingPlan }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const words = useMaintenanceWords();
  const sentence = useRollingSentence();
  const { order, stopsAt, platform, cluster } = plan;
  const verdictOf = (node: string) =>
    plan.verdicts.find(verdict => verdict.node === node);
  const stop = stopsAt === undefined ? undefined : verdictOf(stopsAt);
  const stopIndex = stopsAt === undefined ? -1 : order.indexOf(stopsAt);
  const against = (stop?.inputs ?? []).filter(
    ({ result }) => result === 'blocks' || result === 'unknown',
  );
  return (
    <div className={styles.content}>
      <Alert
        role="status"
        status={stopsAt === undefined ? 'success' : 'warning'}
        icon
        title={sentence(plan)}
        description={
          against.length > 0 && (
            <ul className={styles.list}>
              {against.map(input => (
                <li key={input.id}>
                  <strong>{t(`maintenance.input.${input.id}`)}:</strong>{' '}
                  {words.reason(input)}{' '}
                  <bdi>{input.subjects.slice(0, 3).join(', ')}</bdi>
                </li>
              ))}
            </ul>
          )
        }
      />
      <Text as="p">{t('maintenance.rolling.about')}</Text>
      <ol className={styles.order} aria-label={t('maintenance.rolling.order')}>
        {order.map((node, index) => {
          const verdict = verdictOf(node);
          return (
            <li key={node} className={styles.orderEntry}>
              <MachineLink node={{ platform, cluster, node }} />
              {node === stopsAt && (
                <StatusLabel tone="negative">
                  {t('maintenance.rolling.stopsHere')}
                </StatusLabel>
              )}
              {stopIndex >= 0 && index > stopIndex ? (
                <StatusLabel tone="neutral" shape={RiSkipForwardLine}>
                  {t('maintenance.rolling.notReached')}
                </StatusLabel>
              ) : (
                verdict && <VerdictLabel verdict={verdict.verdict} />
              )}
              {verdict?.verdict === 'safe-after-steps' &&
                (stopIndex < 0 || index < stopIndex) && (
                  <SmallText>
                    {verdict.inputs
                      .filter(({ result }) => result === 'step')
                      .map(({ id }) => t(`maintenance.input.${id}`))
                      .join(', ')}
                  </SmallText>
                )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
