import { NotFoundError } from '@backstage/errors';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  ChangeRequest,
  ChangeRequestDetail,
} from '@internal/plugin-change-requests-common';
import changeRequestsPlugin from '..';
import {
  ChangeRequestsApi,
  changeRequestsApiRef,
} from '../api/ChangeRequestsApi';
import { buildChangeRequest } from './requests';

/** A component that was read from a platform. */
export const paperless = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'paperless',
    namespace: 'default',
    annotations: {
      'portal.internal/platform': 'edgit-k8s',
      'backstage.io/kubernetes-id': 'paperless',
    },
  },
  spec: { type: 'service', owner: 'group:default/atlas' },
};

/** A backend that holds these requests. */
export function createBackend(options: {
  requests?: ChangeRequest[];
  detail?: () => ChangeRequestDetail;
}) {
  const { requests = [], detail } = options;
  const api: jest.Mocked<ChangeRequestsApi> = {
    listChangeRequests: jest.fn(async ({ app, offset = 0, limit = 50 }) => {
      const items = requests.filter(item => !app || item.apps.includes(app));
      return {
        items: items.slice(offset, offset + limit),
        total: items.length,
      };
    }),
    getChangeRequest: jest.fn(async (_id: string) => {
      if (!detail) {
        throw new NotFoundError('No such change request');
      }
      return detail();
    }),
    retryChangeRequest: jest.fn(async (_id: string) => buildChangeRequest({})),
  };
  return api;
}

/** Renders the plugin's page at a path of the app. */
export function renderPage(
  path: string,
  api: ChangeRequestsApi,
  options: { language?: string } = {},
) {
  const { language = 'en' } = options;
  return renderTestApp({
    features: [changeRequestsPlugin],
    initialRouteEntries: [path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
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
      [changeRequestsApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: [paperless] })],
      mockApis.identity({ userEntityRef: 'user:default/ada' }),
      mockApis.permission(),
    ],
  });
}
