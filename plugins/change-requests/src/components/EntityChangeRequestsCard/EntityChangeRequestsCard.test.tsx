import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { EntityProvider, catalogApiRef } from '@backstage/plugin-catalog-react';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { createBackend, paperless } from '../../__testUtils__/renderPage';
import { buildChangeRequest } from '../../__testUtils__/requests';
import { changeRequestsApiRef } from '../../api/ChangeRequestsApi';
import { entityChangeRequestsCard } from '../../extensions/entityCards';
import { rootRouteRef } from '../../routes';
import { EntityChangeRequestsCard } from './EntityChangeRequestsCard';

describe('the card of an app', () => {
  it('shows the requests of this app on this platform', async () => {
    const api = createBackend({
      requests: [
        buildChangeRequest({ id: 'a' }),
        buildChangeRequest({ id: 'b', apps: ['qdrant'], title: 'Other' }),
      ],
    });
    renderInTestApp(
      <EntityProvider entity={paperless}>
        <EntityChangeRequestsCard />
      </EntityProvider>,
      {
        apis: [
          [changeRequestsApiRef, api],
          [catalogApiRef, catalogApiMock()],
        ],
        mountedRoutes: { '/change-requests': rootRouteRef },
      },
    );
    const items = await screen.findAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      expect.stringMatching(/^New service paperlessada · .*Open$/),
    ]);
    expect(
      screen.getByRole('link', { name: 'All requests of this app' }),
    ).toHaveAttribute('href', '/change-requests?text=paperless');
    expect(api.listChangeRequests.mock.calls[0][0]).toEqual({
      app: 'paperless',
      platform: 'edgit-k8s',
      limit: 5,
    });
  });

  it('appears on components that were read from a platform', () => {
    const tester = createExtensionTester(entityChangeRequestsCard);
    const filter = tester.get(EntityCardBlueprint.dataRefs.filterFunction);
    expect(filter?.(paperless)).toBe(true);
    expect(filter?.({ ...paperless, kind: 'Resource' })).toBe(false);
    expect(filter?.({ ...paperless, metadata: { name: 'other' } })).toBe(false);
  });
});
