import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import type {
  DeliverySnapshot,
  DeliveryUnit,
} from '@internal/plugin-delivery-common';
import argocdPlugin from '@roadiehq/backstage-plugin-argo-cd/alpha';
import { screen, within } from '@testing-library/react';
import { argocdModule } from './argocd/argocdModule';
import { deliveryPlugin } from './plugin';

const sourceCommit = 'a'.repeat(40);
const revision = 'b'.repeat(40);
const forge = 'https://forge.example/edgit/edgit-k8s';

const unit: DeliveryUnit = {
  platform: 'edgit-k8s',
  cluster: 'edgit',
  engine: 'argocd',
  name: 'matomo',
  namespace: 'argocd',
  project: 'apps',
  destinationNamespace: 'matomo',
  sync: 'synced',
  health: 'healthy',
  revision,
  syncedAt: '2026-03-01T10:00:00Z',
  url: 'https://argocd.example/applications/argocd/matomo',
  images: ['registry.example/matomo:5.1.0'],
  history: [{ id: 1, revision, deployedAt: '2026-03-01T10:00:00Z' }],
};

const snapshot: DeliverySnapshot = {
  platform: 'edgit-k8s',
  cluster: 'edgit',
  observedAt: '2026-03-01T10:05:00Z',
  units: [unit],
};

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'matomo',
    namespace: 'default',
    annotations: {
      'argocd/app-name': 'matomo',
      'portal.internal/platform': 'edgit-k8s',
      'portal.internal/cluster': 'edgit',
      'portal.internal/source-commit': sourceCommit,
      'backstage.io/source-location': `url:${forge}/blob/${sourceCommit}/k8s/apps/matomo.yaml`,
    },
  },
  spec: {
    type: 'service',
    owner: 'group:default/atlas',
    lifecycle: 'production',
  },
};

const annotated = { 'metadata.annotations.argocd/app-name': { $exists: true } };

/** The entity page with the catalog, the Argo CD cards and this plugin. */
function renderEntityPage(
  answer: (url: URL) => Response,
  options: { annotations?: Record<string, string> } = {},
) {
  const urls: URL[] = [];
  const shown = {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: options.annotations ?? entity.metadata.annotations,
    },
  };
  renderTestApp({
    features: [catalogPlugin, argocdPlugin, deliveryPlugin, argocdModule],
    initialRouteEntries: ['/catalog/default/component/matomo'],
    config: {
      argocd: {
        revisionsToLoad: 10,
        namespacedApps: true,
        appLocatorMethods: [
          {
            type: 'config',
            instances: [
              { name: 'edgit-k8s/edgit', url: 'https://argocd.example' },
            ],
          },
        ],
      },
      app: {
        extensions: [
          {
            'entity-card:argocd/overviewCard': {
              config: { filter: annotated },
            },
          },
          {
            'entity-card:argocd/historyCard': { config: { filter: annotated } },
          },
          {
            'entity-content:argocd/ArgoCdPage': {
              config: { filter: annotated },
            },
          },
        ],
      },
    },
    apis: [
      [catalogApiRef, catalogApiMock({ entities: [shown] })],
      mockApis.discovery({ baseUrl: 'http://portal.example' }),
      mockApis.fetch({
        baseImplementation: async input => {
          const url = new URL(input instanceof Request ? input.url : input);
          urls.push(url);
          return answer(url);
        },
      }),
    ],
  });
  return { urls };
}

const answering =
  (...items: DeliverySnapshot[]) =>
  () =>
    Response.json({ items });

/** The card below the heading of that name. */
async function findCard(name: string) {
  const heading = await screen.findByRole('heading', { name });
  const card = heading.closest('.bui-Card');
  if (!(card instanceof HTMLElement)) throw new Error('There is no card');
  return within(card);
}

function factsOf(card: ReturnType<typeof within>) {
  return Object.fromEntries(
    card
      .getAllByRole('term')
      .map((term: HTMLElement) => [
        term.textContent,
        term.nextElementSibling?.textContent,
      ]),
  );
}

describe('delivery on the entity page', () => {
  it('says whether an app is in sync and healthy, and how old that is', async () => {
    const { urls } = renderEntityPage(answering(snapshot));

    const card = await findCard('Delivery');
    await card.findByText('Healthy');

    expect(factsOf(card)).toEqual({
      Cluster: 'edgit',
      Sync: 'Synced',
      Health: 'Healthy',
      Revision: 'bbbbbbbbbb',
      'Last synced': expect.stringMatching(/ago$/),
      Read: expect.stringMatching(/ago$/),
    });
    expect(card.getByRole('link', { name: /bbbbbbbbbb/ })).toHaveAttribute(
      'href',
      `${forge}/commit/${revision}`,
    );
    expect(card.getByRole('link', { name: /in Argo CD/ })).toHaveAttribute(
      'href',
      unit.url,
    );
    expect(card.queryByRole('status')).not.toBeInTheDocument();
    expect(urls[0].searchParams.toString()).toBe(
      'platform=edgit-k8s&cluster=edgit&unit=matomo',
    );
  });

  it('tells each Kustomization of an app by its name', async () => {
    const kustomization: DeliveryUnit = {
      ...unit,
      engine: 'flux',
      name: 'matomo-database',
      namespace: 'flux-system',
      health: 'progressing',
      message: "dependency 'flux-system/postgres' is not ready",
      url: undefined,
    };
    const { urls } = renderEntityPage(
      answering({ ...snapshot, units: [kustomization] }),
      {
        annotations: {
          'portal.internal/flux-kustomization':
            'flux-system/matomo,flux-system/matomo-database',
          'portal.internal/platform': 'edgit-k8s',
        },
      },
    );

    const card = await findCard('Delivery');
    await card.findByRole('heading', { name: 'matomo-database' });
    expect(
      card.getByText(/lists no deployment unit of the name matomo\./),
    ).toBeVisible();
    expect(card.getAllByText('Unknown')).toHaveLength(4);
    expect(card.getByText('Progressing')).toBeVisible();
    expect(card.getByText(kustomization.message ?? '')).toBeVisible();
    expect(urls[0].searchParams.toString()).toBe(
      'platform=edgit-k8s&unit=matomo&unit=matomo-database',
    );
    expect(screen.queryByText(/ArgoCD/)).not.toBeInTheDocument();
  });

  it('takes a state for unknown once readings fail', async () => {
    renderEntityPage(
      answering({
        ...snapshot,
        failure: {
          since: '2026-03-01T10:05:02Z',
          reason: 'Argo CD refused the token.',
        },
      }),
    );

    const card = await findCard('Delivery');
    expect(await card.findByText('Argo CD refused the token.')).toBeVisible();
    expect(card.getByRole('status')).toHaveTextContent(/Not read since .* ago/);
    expect(factsOf(card)).toMatchObject({
      Sync: 'Unknown, last Synced',
      Health: 'Unknown, last Healthy',
    });
    expect(await screen.findAllByText('Unknown')).toHaveLength(2);
    expect(screen.queryByText('Synced')).not.toBeInTheDocument();
  });

  it.each([
    {
      name: 'nothing was read yet',
      snapshots: [{ platform: 'edgit-k8s', cluster: 'edgit', units: [] }],
      says: 'The first reading is under way.',
    },
    {
      name: 'no reading ever worked',
      snapshots: [
        {
          platform: 'edgit-k8s',
          cluster: 'edgit',
          units: [],
          failure: { since: '2026-03-01T10:00:00Z', reason: 'Nobody home.' },
        },
      ],
      says: 'Never read so far',
    },
    {
      name: 'the engine does not list it',
      snapshots: [{ ...snapshot, units: [] }],
      says: /lists no deployment unit of the name matomo/,
    },
  ])('calls an app unknown where $name', async ({ snapshots, says }) => {
    renderEntityPage(answering(...snapshots));

    const card = await findCard('Delivery');

    expect(await card.findByText(says)).toBeVisible();
    expect(factsOf(card)).toMatchObject({ Sync: 'Unknown', Health: 'Unknown' });
  });

  it('says so where a cluster is not watched', async () => {
    renderEntityPage(answering());

    const card = await findCard('Delivery');

    expect(await card.findByText('Nobody watches this cluster')).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    renderEntityPage(() =>
      Response.json(
        { error: { name: 'NotAllowedError', message: 'no' } },
        { status: 403 },
      ),
    );

    const card = await findCard('Delivery');

    expect(await card.findByText(/delivery\.read/)).toBeVisible();
  });

  it('links to nothing but web pages', async () => {
    const script = ['javascript', 'alert(1)'].join(':');
    renderEntityPage(
      answering({ ...snapshot, units: [{ ...unit, url: script }] }),
      {
        annotations: {
          ...entity.metadata.annotations,
          'backstage.io/source-location': `url:${script}//blob/${sourceCommit}/x`,
        },
      },
    );

    const card = await findCard('Delivery');
    await card.findByText('Healthy');

    expect(card.queryAllByRole('link')).toEqual([]);
  });

  it('feeds the Argo CD cards without a call to any Argo CD', async () => {
    const { urls } = renderEntityPage(answering(snapshot));

    const overview = await screen.findByRole('button', { name: 'matomo' });
    const row = within(overview.closest('tr') ?? overview);
    expect(await row.findByText('Synced')).toBeVisible();
    expect(row.getByText('Healthy')).toBeVisible();
    expect(row.getByText('edgit-k8s/edgit')).toBeVisible();
    const history = await screen.findByRole('link', { name: 'matomo' });
    expect(history).toHaveAttribute(
      'href',
      'https://argocd.example/applications/argocd/matomo',
    );
    expect(await screen.findByText(revision)).toBeVisible();

    expect(new Set(urls.map(url => url.pathname))).toEqual(
      new Set(['/api/delivery/snapshots']),
    );
  });

  it('shows nothing of Argo CD on an entity that has none', async () => {
    const { urls } = renderEntityPage(answering(snapshot), { annotations: {} });

    await screen.findByText('About');

    expect(
      screen.queryByRole('heading', { name: 'Delivery' }),
    ).not.toBeInTheDocument();
    expect(screen.queryByText(/ArgoCD/)).not.toBeInTheDocument();
    expect(urls).toEqual([]);
  });
});
