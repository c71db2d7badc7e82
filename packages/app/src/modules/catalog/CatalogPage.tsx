import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CatalogTable } from '@backstage/plugin-catalog';
import {
  CatalogFilterLayout,
  EntityListProvider,
} from '@backstage/plugin-catalog-react';
import { Container, VisuallyHidden } from '@backstage/ui';
import type { ReactNode } from 'react';
import { appTranslationRef } from '../../translation';

const { columns } = CatalogTable;

/** Everything on the platforms, one row each. */
export function CatalogPage({ filters }: { filters: ReactNode }) {
  const { t } = useTranslationRef(appTranslationRef);
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
              columns={[
                columns.createNameColumn(),
                columns.createOwnerColumn(),
                columns.createSystemColumn(),
                columns.createSpecTypeColumn(),
                columns.createMetadataDescriptionColumn(),
              ]}
              // A header that can be dragged nests one control in another.
              tableOptions={{ draggable: false, actionsColumnIndex: -1 }}
            />
          </CatalogFilterLayout.Content>
        </CatalogFilterLayout>
      </Container>
    </EntityListProvider>
  );
}
