import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Skeleton } from '@backstage/ui';
import { platformReadPermission } from '@internal/plugin-platforms-common';
import { AsyncContent, EmptyState } from '@internal/portal-ui';
import { RiStackLine } from '@remixicon/react';
import { usePlatforms } from '../../PlatformsProvider';
import { platformsTranslationRef } from '../../translation';
import { PlatformCard } from './PlatformCard';
import styles from './PlatformsPage.module.css';

/** Every platform at a glance. */
export function PlatformCards() {
  const { t } = useTranslationRef(platformsTranslationRef);
  return (
    <Container className={styles.page}>
      <AsyncContent
        result={usePlatforms()}
        permission={platformReadPermission.name}
        skeleton={
          <div className={styles.cards}>
            <Skeleton width="100%" height={320} />
            <Skeleton width="100%" height={320} />
          </div>
        }
        isEmpty={platforms => platforms.length === 0}
        empty={
          <EmptyState
            icon={<RiStackLine />}
            title={t('list.empty.title')}
            description={t('list.empty.description')}
          />
        }
      >
        {platforms => (
          <ul className={styles.cards} aria-label={t('page.title')}>
            {platforms.map(platform => (
              <li key={platform.id} className={styles.item}>
                <PlatformCard platform={platform} />
              </li>
            ))}
          </ul>
        )}
      </AsyncContent>
    </Container>
  );
}
