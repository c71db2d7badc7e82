import {
  BreadcrumbEntry,
  PageLayout,
  useRouteRef,
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { RiServerLine } from '@remixicon/react';
import { useMemo } from 'react';
import { MachineContent } from '../../machine/MachineContent';
import { nodeRouteRef, rootRouteRef } from '../../routes';
import { talosNodesTranslationRef } from '../../translation';
import styles from '../NodesPage/NodesPage.module.css';

/** One machine, also where the catalog has no entity of it. */
export function NodePage() {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { platform, cluster, name } = useRouteRefParams(nodeRouteRef);
  const listPath = useRouteRef(rootRouteRef)?.() ?? '';
  const title = t('page.title');
  // Rendering a page layout again would mount all that is in it again.
  return useMemo(
    () => (
      <BreadcrumbEntry entry={{ label: title, href: listPath }}>
        <PageLayout title={name} icon={<RiServerLine />}>
          <Container className={styles.page}>
            <MachineContent
              key={JSON.stringify([platform, cluster, name])}
              machine={{ platform, cluster, name }}
            />
          </Container>
        </PageLayout>
      </BreadcrumbEntry>
    ),
    [title, listPath, platform, cluster, name],
  );
}
