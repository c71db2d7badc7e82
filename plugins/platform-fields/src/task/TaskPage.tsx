import {
  BreadcrumbEntry,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useTaskEventStream } from '@backstage/plugin-scaffolder-react';
import { Alert, ButtonLink, Skeleton, Text } from '@backstage/ui';
import { platformFieldsTranslationRef } from '../translation';
import { toSafeLinks } from './toSafeLinks';
import styles from './TaskPage.module.css';
import { TaskStepList } from './TaskStepList';

/** A request on its way: what has been done, and where it leads. */
export function TaskPage({ taskId }: { taskId: string }) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const stream = useTaskEventStream(taskId);
  const { task, steps, stepLogs, output, error, completed, cancelled } = stream;
  if (!task) {
    return error ? (
      <Alert
        status="danger"
        role="alert"
        title={t('task.unreadable')}
        description={error.message}
      />
    ) : (
      <Skeleton width="100%" height={240} />
    );
  }
  const { templateInfo } = task.spec;
  const title =
    templateInfo?.entity?.metadata.title ??
    templateInfo?.entity?.metadata.name ??
    taskId;
  const isDone = completed && !error && !cancelled;
  const log = task.spec.steps.flatMap(step => stepLogs[step.id] ?? []);

  return (
    <BreadcrumbEntry entry={{ label: title, href: taskId }}>
      <section aria-label={title} className={styles.root}>
        <Text as="h2" variant="title-small" weight="bold">
          {title}
        </Text>
        <div role="status">
          {isDone && <Alert status="success" title={t('task.done')} />}
          {cancelled && <Alert status="warning" title={t('task.cancelled')} />}
          {!completed && !cancelled && !error && (
            <Alert status="info" isPending title={t('task.running')} />
          )}
        </div>
        {error && (
          <Alert
            status="danger"
            role="alert"
            title={t('task.failed')}
            description={<bdi>{error.message}</bdi>}
          />
        )}
        {isDone && (
          <div className={styles.links}>
            {toSafeLinks(output).map((link, index) => (
              <ButtonLink
                key={link.url}
                href={link.url}
                variant={index === 0 ? 'primary' : 'secondary'}
              >
                {link.title}
              </ButtonLink>
            ))}
          </div>
        )}
        <TaskStepList
          steps={task.spec.steps.map(({ id, name }) => ({
            id,
            name,
            status: steps[id]?.status ?? 'open',
          }))}
        />
        <details>
          <summary>{t('task.log')}</summary>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it */}
          <pre tabIndex={0} dir="ltr" className={styles.log}>
            {log.join('\n')}
          </pre>
        </details>
      </section>
    </BreadcrumbEntry>
  );
}
