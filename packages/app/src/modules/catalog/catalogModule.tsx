import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';

/** The catalog's own filters around a table that assistive technology can read. */
const catalogPage = catalogPlugin.getExtension('page:catalog').override({
  factory: (originalFactory, { inputs }) =>
    originalFactory({
      params: {
        loader: async () => {
          const { CatalogPage } = await import('./CatalogPage');
          return (
            <CatalogPage
              filters={inputs.filters.map(filter =>
                filter.get(coreExtensionData.reactElement),
              )}
            />
          );
        },
      },
    }),
});

export const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogPage],
});
