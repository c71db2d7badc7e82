import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { screen } from '@testing-library/react';
import { readTemplates } from '../__testUtils__/readTemplate';
import { EntityChangesCard } from './EntityChangesCard';

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'paperless-edgit',
    annotations: {
      'portal.internal/platform': 'edgit-k8s',
      'backstage.io/kubernetes-id': 'paperless',
    },
  },
};

it('leads to the forms that change an app, each with the app filled in', async () => {
  renderInTestApp(
    <EntityProvider entity={component}>
      <EntityChangesCard />
    </EntityProvider>,
    {
      apis: [[catalogApiRef, catalogApiMock({ entities: readTemplates() })]],
      mountedRoutes: { '/create': scaffolderPlugin.routes.root },
    },
  );
  const retire = await screen.findByRole('link', { name: 'Retire an app' });
  const url = new URL(retire.getAttribute('href') ?? '', 'http://portal');
  expect(url.pathname).toBe('/create/templates/default/retire-app');
  expect(JSON.parse(url.searchParams.get('formData') ?? '')).toEqual({
    platform: 'edgit-k8s',
    name: 'paperless',
  });
  const links = screen.getAllByRole('link').map(link => link.textContent);
  expect(links).not.toContain('New service');
  expect(links).toEqual(
    expect.arrayContaining(['Add a database', 'Change the image']),
  );
});
