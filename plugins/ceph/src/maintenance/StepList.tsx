import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { NodeVerdict } from '@internal/plugin-ceph-common';
import { CopyButton } from '@internal/portal-ui';
import { cephTranslationRef } from '../translation';
import { useMaintenanceWords } from './useMaintenanceWords';
import styles from './maintenance.module.css';

const phases = ['before', 'during', 'after'] as const;

/** Steps around the maintenance of a machine, as commands to copy; nothing is run. */
export function StepList({ verdict }: { verdict: NodeVerdict }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const words = useMaintenanceWords();
  const { steps } = verdict;
  const isLooking = !['safe', 'safe-after-steps'].includes(verdict.verdict);
  const commands = steps.flatMap(({ command }) => command ?? []);
  if (steps.length === 0) {
    return <Text as="p">{t('maintenance.steps.none')}</Text>;
  }
  return (
    <div className={styles.content}>
      <Text as="p">
        {t(
          isLooking
            ? 'maintenance.steps.lookingOnly'
            : 'maintenance.steps.nothingRuns',
        )}
      </Text>
      {phases.map(phase => {
        const own = steps.filter(({ when }) => when === phase);
        return (
          own.length > 0 && (
            <div key={phase} className={styles.phase}>
              {!isLooking && (
                <Text as="h4" variant="body-medium" weight="bold">
                  {t(`maintenance.steps.${phase}`)}
                </Text>
              )}
              <ol
                className={styles.steps}
                start={steps.indexOf(own[0]) + 1}
                aria-label={t(`maintenance.steps.${phase}`)}
              >
                {own.map(({ id, command }) => (
                  <li key={id}>
                    {words.step(id)}
                    {command && (
                      <span className={styles.command}>
                        <code dir="ltr" className={styles.code}>
                          {command}
                        </code>
                        <CopyButton
                          name={t('maintenance.steps.command', {
                            step: words.step(id),
                          })}
                          text={command}
                        />
                      </span>
                    )}
                  </li>
                ))}
              </ol>
            </div>
          )
        );
      })}
      {commands.length > 1 && (
        <span className={styles.all}>
          {t('maintenance.steps.all')}
          <CopyButton
            name={t('maintenance.steps.all')}
            text={commands.join('\n')}
          />
        </span>
      )}
    </div>
  );
}
