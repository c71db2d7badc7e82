import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  CatalogFilterBlueprint,
  EntityContentLayoutBlueprint,
} from '@backstage/plugin-catalog-react/alpha';

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

const platformFilter = CatalogFilterBlueprint.make({
  name: 'platform',
  params: {
    loader: async () => {
      const { PlatformPicker } = await import('./filters/PlacePickers');
      return <PlatformPicker />;
    },
  },
});

const clusterFilter = CatalogFilterBlueprint.make({
  name: 'cluster',
  params: {
    loader: async () => {
      const { ClusterPicker } = await import('./filters/PlacePickers');
      return <ClusterPicker />;
    },
  },
});

const entityContentLayout = EntityContentLayoutBlueprint.make({
  name: 'portal',
  params: {
    loader: async () =>
      (await import('./EntityContentLayout')).EntityContentLayout,
  },
});

export const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogPage, platformFilter, clusterFilter, entityContentLayout],
});
