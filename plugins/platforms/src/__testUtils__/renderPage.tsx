import type { FrontendPlugin } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import platformsPlugin from '..';
import { PlatformsApi, platformsApiRef } from '../api/PlatformsApi';
import { buildPlatform, pageOf } from './rows';

/** A component that was read from a platform. */
export const plex = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'plex',
    namespace: 'default',
    annotations: {
      'portal.internal/platform': 'pitower',
      'portal.internal/cluster': 'pitower',
      'portal.internal/source-file': 'kubernetes/apps/media/plex/config.yaml',
      'portal.internal/source-url':
        'https://forge.example/pitower/home-ops/blob/abc/config.yaml#L1',
      'portal.internal/owner-reason': 'path kubernetes/apps/media',
      'backstage.io/kubernetes-id': 'plex',
    },
  },
  spec: {
    type: 'service',
    owner: 'group:default/media',
    lifecycle: 'production',
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/media' }],
};

const readFrom = (platform: string, cluster: string) => ({
  'portal.internal/platform': platform,
  'portal.internal/cluster': cluster,
});

/** A cluster that depends on nothing. */
export const infra = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'infra',
    namespace: 'default',
    annotations: readFrom('monosense', 'infra'),
  },
  spec: { type: 'kubernetes-cluster', owner: 'group:default/platform' },
};

/** Apps that depend on {@link infra}, called `app-00` and so on. */
export const infraApps = Array.from({ length: 12 }, (_, index) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: `app-${String(index).padStart(2, '0')}`,
    namespace: 'default',
    annotations: readFrom('monosense', 'infra'),
  },
  spec: { type: 'service' },
  relations: [
    { type: 'dependsOn', targetRef: 'resource:default/infra' },
    { type: 'ownedBy', targetRef: 'group:default/media' },
  ],
}));

/** The host of {@link plex}. */
export const plexHost = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: {
    name: 'plex.pitower.example',
    namespace: 'default',
    annotations: readFrom('pitower', 'pitower'),
  },
  spec: { type: 'http', owner: 'group:default/media', definition: 'host' },
};

/** A backend whose lists are empty but for what a test gives it. */
export function createBackend(
  parts: Partial<PlatformsApi> = {},
): jest.Mocked<PlatformsApi> {
  const nothing = async () => pageOf([], {});
  const api: PlatformsApi = {
    listPlatforms: async () => [buildPlatform({})],
    listUnits: nothing,
    listFindings: nothing,
    listHosts: nothing,
    listSecrets: nothing,
    ...parts,
  };
  return {
    listPlatforms: jest.fn(api.listPlatforms),
    listUnits: jest.fn(api.listUnits),
    listFindings: jest.fn(api.listFindings),
    listHosts: jest.fn(api.listHosts),
    listSecrets: jest.fn(api.listSecrets),
  };
}

/** Renders the plugin, and the catalog beside it, at a path of the app. */
export function renderPage(
  path: string,
  api: PlatformsApi,
  options: { language?: string; features?: FrontendPlugin[] } = {},
) {
  const { language = 'en', features = [] } = options;
  return renderTestApp({
    features: [catalogPlugin, platformsPlugin, ...features],
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
      [platformsApiRef, api],
      [
        catalogApiRef,
        catalogApiMock({ entities: [plex, plexHost, infra, ...infraApps] }),
      ],
      mockApis.identity({ userEntityRef: 'user:default/petra' }),
      mockApis.permission(),
    ],
  });
}
