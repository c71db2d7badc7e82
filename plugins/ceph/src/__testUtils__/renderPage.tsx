import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import cephPlugin, { CephApi, cephApiRef } from '..';

const notFound = async () => {
  throw new NotFoundError('no such thing');
};

/** A backend that knows nothing but what `parts` say. */
export function createBackend(
  parts: Partial<CephApi> = {},
): jest.Mocked<CephApi> {
  const whole: CephApi = {
    listStorage: async () => ({ items: [] }),
    getCeph: notFound,
    listSamples: async () => [],
    listVolumes: async () => ({ items: [], total: 0, sources: [] }),
    getChain: notFound,
    getRollingPlan: notFound,
    getNodeMaintenance: notFound,
    ...parts,
  };
  return {
    listStorage: jest.fn(whole.listStorage),
    getCeph: jest.fn(whole.getCeph),
    listSamples: jest.fn(whole.listSamples),
    listVolumes: jest.fn(whole.listVolumes),
    getChain: jest.fn(whole.getChain),
    getRollingPlan: jest.fn(whole.getRollingPlan),
    getNodeMaintenance: jest.fn(whole.getNodeMaintenance),
  };
}

/** Renders the plugin, and the catalog beside it, at a path of the app. */
export function renderPage(
  path: string,
  api: CephApi,
  options: { language?: string; entities?: Entity[] } = {},
) {
  const { language = 'en', entities = [] } = options;
  return renderTestApp({
    features: [catalogPlugin, cephPlugin],
    initialRouteEntries: [path],
    config: {
      app: {
        baseUrl: 'http://localhost',
        extensions: [
          {
            'api:app/app-language': {
              config: {
                defaultLanguage: language,
                availableLanguages: ['en', 'fr', 'ar'],
              },
            },
          },
        ],
      },
      backend: { baseUrl: 'http://localhost' },
    },
    apis: [
      [cephApiRef, api],
      [catalogApiRef, catalogApiMock({ entities })],
      mockApis.identity({ userEntityRef: 'user:default/petra' }),
      mockApis.permission(),
    ],
  });
}
