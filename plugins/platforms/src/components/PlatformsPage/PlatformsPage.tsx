import { PageLayout, useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { useMemo } from 'react';
import { platformsTranslationRef } from '../../translation';
import { PlatformCards } from './PlatformCards';

/** A card for every platform. */
export function PlatformsPage() {
  const { t } = useTranslationRef(platformsTranslationRef);
  const title = t('page.title');
  // Rendering a page layout again would mount all that is in it again.
  return useMemo(
    () => (
      <PageLayout title={title} icon={<RiStackLine />}>
        <PlatformCards />
      </PageLayout>
    ),
    [title],
  );
}
