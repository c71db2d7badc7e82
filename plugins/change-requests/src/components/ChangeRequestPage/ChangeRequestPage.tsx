import {
  BreadcrumbEntry,
  useApi,
  useRouteRef,
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ButtonLink, Container } from '@backstage/ui';
import {
  ChangeRequestDetail,
  changeRequestReadPermission,
} from '@internal/plugin-change-requests-common';
import { AsyncContent, EmptyState, useAsyncData } from '@internal/portal-ui';
import { RiQuestionLine } from '@remixicon/react';
import { changeRequestsApiRef } from '../../api/ChangeRequestsApi';
import { changeRequestRouteRef, rootRouteRef } from '../../routes';
import { isSettled } from '../../state/isSettled';
import { changeRequestsTranslationRef } from '../../translation';
import { ChangeRequestContent } from './ChangeRequestContent';
import { DetailSkeleton } from './DetailSkeleton';
import styles from './ChangeRequestPage.module.css';

const movingMilliseconds = 1_500;
const settledMilliseconds = 10_000;

/** One change request, followed on its way. */
export function ChangeRequestPage() {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const { id } = useRouteRefParams(changeRequestRouteRef);
  const api = useApi(changeRequestsApiRef);
  const listPath = useRouteRef(rootRouteRef)?.();
  const detailPath = useRouteRef(changeRequestRouteRef)?.({ id });
  const result = useAsyncData({
    key: id,
    load: signal => api.getChangeRequest(id, signal),
    pollEvery: pollEvery,
  });
  const label = result.status === 'ready' ? result.data.title : id;

  return (
    <BreadcrumbEntry entry={{ label, href: detailPath ?? '' }}>
      <Container className={styles.page}>
        <AsyncContent
          result={result}
          permission={changeRequestReadPermission.name}
          skeleton={<DetailSkeleton />}
          notFound={
            <EmptyState
              icon={<RiQuestionLine />}
              title={t('detail.notFound.title')}
              description={t('detail.notFound.description', { id })}
              action={
                listPath && (
                  <ButtonLink variant="secondary" href={listPath}>
                    {t('detail.notFound.back')}
                  </ButtonLink>
                )
              }
            />
          }
        >
          {request => (
            <ChangeRequestContent request={request} onChanged={result.reload} />
          )}
        </AsyncContent>
      </Container>
    </BreadcrumbEntry>
  );
}

function pollEvery(request: ChangeRequestDetail | undefined): number {
  return request && !isSettled(request.state)
    ? movingMilliseconds
    : settledMilliseconds;
}
