import { PageLayout, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { RiSearchLine } from '@remixicon/react';
import { useMemo } from 'react';
import { SearchContent } from './SearchContent';
import { searchTranslationRef } from './translation';

/** Finds what the catalog holds by name and by what it uses. */
export function SearchPage() {
  const { t } = useTranslationRef(searchTranslationRef);
  const title = t('title');
  // Rendering a page layout again would mount all that is in it again, and
  // with it take the focus from what is typed into.
  return useMemo(
    () => (
      <PageLayout title={title} icon={<RiSearchLine />}>
        <Container>
          <SearchContent />
        </Container>
      </PageLayout>
    ),
    [title],
  );
}
