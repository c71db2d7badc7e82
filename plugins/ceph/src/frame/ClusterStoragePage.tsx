import {
  BreadcrumbEntry,
  PageLayout,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { RiDatabase2Line } from '@remixicon/react';
import { useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import { cephTranslationRef } from '../translation';
import { ClusterViews } from './ClusterViews';
import styles from './frame.module.css';

/** Storage of one cluster, one view at a time. */
export function ClusterStoragePage() {
  const { t } = useTranslationRef(cephTranslationRef);
  const { platform = '', cluster = '' } = useParams();
  const overviewPath = useRouteRef(rootRouteRef)?.() ?? '';
  const label = t('storage.page.title');
  const title = t('storage.page.ofCluster', { cluster });
  // Rendering a page layout again would mount all that is in it again.
  return useMemo(
    () => (
      <BreadcrumbEntry entry={{ label, href: overviewPath }}>
        <PageLayout title={title} icon={<RiDatabase2Line />}>
          <Container className={styles.page}>
            <ClusterViews
              key={JSON.stringify([platform, cluster])}
              place={{ platform, cluster }}
            />
          </Container>
        </PageLayout>
      </BreadcrumbEntry>
    ),
    [label, title, overviewPath, platform, cluster],
  );
}
