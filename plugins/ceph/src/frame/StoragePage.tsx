import { PageLayout, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { RiDatabase2Line } from '@remixicon/react';
import { useMemo } from 'react';
import { StorageOverview } from '../storage/overview/StorageOverview';
import { cephTranslationRef } from '../translation';
import styles from './frame.module.css';

/** Storage of all clusters of all platforms. */
export function StoragePage() {
  const { t } = useTranslationRef(cephTranslationRef);
  const title = t('storage.page.title');
  // Rendering a page layout again would mount all that is in it again.
  return useMemo(
    () => (
      <PageLayout title={title} icon={<RiDatabase2Line />}>
        <Container className={styles.page}>
          <StorageOverview />
        </Container>
      </PageLayout>
    ),
    [title],
  );
}
