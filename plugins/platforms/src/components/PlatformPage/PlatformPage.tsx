import {
  BreadcrumbEntry,
  PageLayout,
  useRouteRef,
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { useMemo } from 'react';
import { usePlatforms } from '../../PlatformsProvider';
import { platformRouteRef, rootRouteRef } from '../../routes';
import { platformsTranslationRef } from '../../translation';
import { PlatformContent } from './PlatformContent';

const tabs = ['overview', 'units', 'findings', 'hosts', 'secrets'] as const;

/** One platform: how it is being read, and everything that was read. */
export function PlatformPage() {
  const { t } = useTranslationRef(platformsTranslationRef);
  const { id } = useRouteRefParams(platformRouteRef);
  const listPath = useRouteRef(rootRouteRef)?.() ?? '';
  const home = useRouteRef(platformRouteRef)?.({ id }) ?? '';
  const platforms = usePlatforms();
  const platform =
    platforms.status === 'ready'
      ? platforms.data.find(item => item.id === id)
      : undefined;
  const isKnown = platform !== undefined;
  const title = platform?.title ?? id;

  // Rendering a page layout again would mount all that is in it again, and
  // with it take the focus from what is typed into.
  return useMemo(
    () => (
      <BreadcrumbEntry entry={{ label: t('page.title'), href: listPath }}>
        <PageLayout
          title={title}
          icon={<RiStackLine />}
          tabs={
            isKnown
              ? tabs.map(tab => ({
                  id: tab,
                  label: t(`tab.${tab}`),
                  href: `${home}/${tab}`,
                }))
              : undefined
          }
        >
          <PlatformContent />
        </PageLayout>
      </BreadcrumbEntry>
    ),
    [t, title, isKnown, listPath, home],
  );
}
