import { createFrontendModule } from '@backstage/frontend-plugin-api';
import searchPlugin from '@backstage/plugin-search/alpha';

/** Results that say why they were found; the page draws its own header, so that its title is translated. */
const searchPage = searchPlugin.getExtension('page:search').override({
  factory: originalFactory =>
    originalFactory({
      params: {
        noHeader: true,
        loader: async () => {
          const { SearchPage } = await import('./SearchPage');
          return <SearchPage />;
        },
      },
    }),
});

export const searchModule = createFrontendModule({
  pluginId: 'search',
  extensions: [searchPage],
});
