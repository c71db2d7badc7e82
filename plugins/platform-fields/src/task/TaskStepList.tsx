import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScaffolderTaskStatus } from '@backstage/plugin-scaffolder-react';
import { Text } from '@backstage/ui';
import { StatusLabel, type StatusTone } from '@internal/portal-ui';
import { platformFieldsTranslationRef } from '../translation';
import styles from './TaskPage.module.css';

const tones: Record<ScaffolderTaskStatus, StatusTone> = {
  open: 'neutral',
  processing: 'announcement',
  completed: 'positive',
  skipped: 'neutral',
  failed: 'negative',
  cancelled: 'warning',
};

/** The steps of a task, each with how far it is. */
export function TaskStepList(props: {
  steps: readonly { id: string; name: string; status: ScaffolderTaskStatus }[];
}) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <section aria-label={t('task.steps')}>
      <ol className={styles.steps}>
        {props.steps.map(({ id, name, status }) => (
          <li key={id} className={styles.step}>
            <Text>{name}</Text>
            <StatusLabel tone={tones[status]}>
              {t(`task.state.${status}`)}
            </StatusLabel>
          </li>
        ))}
      </ol>
    </section>
  );
}
