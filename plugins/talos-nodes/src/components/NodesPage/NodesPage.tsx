import { PageLayout, useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiServerLine } from '@remixicon/react';
import { useMemo } from 'react';
import { talosNodesTranslationRef } from '../../translation';
import { NodesContent } from './NodesContent';

/** All machines of all platforms. */
export function NodesPage() {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const title = t('page.title');
  // Rendering a page layout again would mount all that is in it again.
  return useMemo(
    () => (
      <PageLayout title={title} icon={<RiServerLine />}>
        <NodesContent />
      </PageLayout>
    ),
    [title],
  );
}
