import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CatalogTable } from '@backstage/plugin-catalog';
import {
  CatalogFilterLayout,
  EntityListProvider,
} from '@backstage/plugin-catalog-react';
import { Container, VisuallyHidden } from '@backstage/ui';
import { type ReactNode, useMemo } from 'react';
import { appTranslationRef } from '../../translation';
import { columnsOfKind } from './columnsOfKind';
import { catalogTranslationRef } from './translation';

/** Everything on the platforms, one row each. */
export function CatalogPage({ filters }: { filters: ReactNode }) {
  const { t } = useTranslationRef(appTranslationRef);
  const { t: tCatalog } = useTranslationRef(catalogTranslationRef);
  const platform = tCatalog('platform');
  const columns = useMemo(() => columnsOfKind(platform), [platform]);
  return (
    <EntityListProvider pagination>
      <Container>
        <VisuallyHidden>
          <h1>{t('nav.catalog')}</h1>
        </VisuallyHidden>
        <CatalogFilterLayout>
          <CatalogFilterLayout.Filters>{filters}</CatalogFilterLayout.Filters>
          <CatalogFilterLayout.Content>
            <CatalogTable
              columns={columns}
              // A header that can be dragged nests one control in another.
              tableOptions={{ draggable: false, actionsColumnIndex: -1 }}
            />
          </CatalogFilterLayout.Content>
        </CatalogFilterLayout>
      </Container>
    </EntityListProvider>
  );
}
