import {
  useRouteRef,
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ButtonLink, Container, Skeleton } from '@backstage/ui';
import { platformReadPermission } from '@internal/plugin-platforms-common';
import { AsyncContent, EmptyState } from '@internal/portal-ui';
import { RiQuestionLine } from '@remixicon/react';
import { usePlatforms } from '../../PlatformsProvider';
import { platformRouteRef, rootRouteRef } from '../../routes';
import { platformsTranslationRef } from '../../translation';
import { PlatformTabs } from './PlatformTabs';
import styles from './PlatformPage.module.css';

/** What is known of the platform that the address names. */
export function PlatformContent() {
  const { t } = useTranslationRef(platformsTranslationRef);
  const { id } = useRouteRefParams(platformRouteRef);
  const listPath = useRouteRef(rootRouteRef)?.() ?? '';
  const notFound = (
    <EmptyState
      icon={<RiQuestionLine />}
      title={t('notFound.title')}
      description={t('notFound.description', { id })}
      action={
        <ButtonLink variant="secondary" href={listPath}>
          {t('notFound.back')}
        </ButtonLink>
      }
    />
  );
  return (
    <Container className={styles.page}>
      <AsyncContent
        result={usePlatforms()}
        permission={platformReadPermission.name}
        skeleton={
          <div className={styles.content}>
            <Skeleton width="60%" height={24} />
            <Skeleton width="100%" height={160} />
            <Skeleton width="100%" height={240} />
          </div>
        }
      >
        {platforms => {
          const platform = platforms.find(item => item.id === id);
          return platform ? <PlatformTabs platform={platform} /> : notFound;
        }}
      </AsyncContent>
    </Container>
  );
}
