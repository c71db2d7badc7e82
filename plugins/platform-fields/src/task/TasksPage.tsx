import { useApi } from '@backstage/frontend-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { Container, Skeleton } from '@backstage/ui';
import { useAsyncData } from '@internal/portal-ui';
import { useParams } from 'react-router-dom';
import { isChangeRequestStep } from '../wizard/hasChangeRequest';
import { TaskPage } from './TaskPage';

/** The scaffolder's own tasks page, but for tasks that open a change request. */
export function TasksPage({ original }: { original: JSX.Element }) {
  const { '*': path } = useParams();
  const [taskId, ...rest] = (path ?? '').split('/').filter(Boolean);
  return taskId && rest.length === 0 ? (
    <TaskRoute original={original} taskId={taskId} />
  ) : (
    original
  );
}

function TaskRoute(props: { original: JSX.Element; taskId: string }) {
  const { original, taskId } = props;
  const scaffolderApi = useApi(scaffolderApiRef);
  const task = useAsyncData({
    key: taskId,
    load: () => scaffolderApi.getTask(taskId),
  });
  if (task.status === 'loading') {
    return (
      <Container py="5">
        <Skeleton width="100%" height={240} />
      </Container>
    );
  }
  if (
    task.status === 'ready' &&
    task.data.spec.steps.some(isChangeRequestStep)
  ) {
    return (
      <Container py="5">
        <TaskPage taskId={taskId} />
      </Container>
    );
  }
  return original;
}
