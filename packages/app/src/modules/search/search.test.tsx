import { ResponseError } from '@backstage/errors';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import searchPlugin from '@backstage/plugin-search/alpha';
import { type SearchApi, searchApiRef } from '@backstage/plugin-search-react';
import { findTranslationGaps } from '@internal/portal-ui/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { searchModule } from './searchModule';
import arabic from './translations/ar';
import english from './translations/en';
import french from './translations/fr';

const player = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'media-player',
    namespace: 'default',
    title: 'player',
    annotations: {
      'portal.internal/platform': 'monosense',
      'portal.internal/cluster': 'infra',
    },
  },
  spec: { type: 'service' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/atlas' }],
};

const documents = {
  player: {
    title: 'player',
    text: 'Plays what it is given. Hosts: player.example.org, tv.example.org. Namespace: media. Images: ghcr.io/team/player:1.2. Secret keys: media/player, TOKEN.',
    location: '/catalog/default/component/media-player',
  },
  removed: {
    title: 'replay',
    text: 'Removed since.',
    location: '/catalog/default/component/replay',
  },
};

type Answer = Awaited<ReturnType<SearchApi['query']>>;

function answer(
  found: readonly (keyof typeof documents)[],
  parts: Partial<Answer> = {},
): Answer {
  return {
    results: found.map(name => ({
      type: 'software-catalog',
      document: documents[name],
    })),
    numberOfResults: found.length,
    ...parts,
  };
}

function renderSearch(
  query: jest.MockedFunction<SearchApi['query']>,
  path = '/search',
) {
  renderTestApp({
    features: [catalogPlugin, searchPlugin, searchModule],
    initialRouteEntries: [path],
    apis: [
      [searchApiRef, { query }],
      [catalogApiRef, catalogApiMock({ entities: [player] })],
      mockApis.identity({ userEntityRef: 'user:default/petra' }),
      mockApis.permission(),
    ],
  });
  return query;
}

const searching = (implementation: SearchApi['query']) =>
  jest.fn<ReturnType<SearchApi['query']>, Parameters<SearchApi['query']>>(
    implementation,
  );

it('asks for nothing until something is typed, and then says why it was found', async () => {
  const query = renderSearch(searching(async () => answer(['player'])));
  const field = await screen.findByRole('searchbox', {
    name: 'Search the catalog',
  });
  expect(field).toHaveFocus();
  expect(
    screen.getByRole('heading', { name: 'Find what runs on the platforms' }),
  ).toBeVisible();
  expect(query).not.toHaveBeenCalled();

  await userEvent.type(field, 'TV.example');
  // What is typed up to there is searched for too.
  await screen.findByText('tv.example', { selector: 'mark' });
  const found = within(screen.getByRole('list', { name: 'Results' }));
  expect(found.getByRole('link', { name: 'player' })).toHaveAttribute(
    'href',
    '/catalog/default/component/media-player',
  );
  expect(found.getAllByRole('listitem').map(item => item.textContent)).toEqual(
    expect.arrayContaining([
      'Component · service',
      'monosense · infra',
      'Owner: atlas',
    ]),
  );
  expect(found.getByText('Plays what it is given.')).toBeVisible();
  expect(found.getByRole('term')).toHaveTextContent('Host');
  expect(found.getByRole('definition')).toHaveTextContent('tv.example.org');
  expect(screen.getByText('1 result')).toBeVisible();
  expect(field).toHaveFocus();
  expect(query).toHaveBeenLastCalledWith(
    { term: 'TV.example' },
    expect.anything(),
  );
});

it.each([
  ['media', 'Namespace', 'media'],
  ['team/player', 'Image', 'ghcr.io/team/player:1.2'],
  ['token', 'Secret key', 'TOKEN'],
])('names the fact that holds %s', async (term, name, value) => {
  renderSearch(
    searching(async () => answer(['player'])),
    `/search?query=${encodeURIComponent(term)}`,
  );
  const titles = (await screen.findAllByRole('term')).map(
    ({ textContent }) => textContent,
  );
  const values = screen
    .getAllByRole('definition')
    .map(({ textContent }) => textContent);
  expect(titles.map((title, index) => [title, values[index]])).toContainEqual([
    name,
    value,
  ]);
});

it('keeps what is only spelt alike apart, and shows what the catalog lost', async () => {
  renderSearch(
    searching(async () => answer(['removed', 'player'])),
    '/search?query=player',
  );
  const similar = within(
    await screen.findByRole('list', { name: 'Less exact' }),
  );
  expect(similar.getByRole('link', { name: 'replay' })).toBeVisible();
  expect(
    within(screen.getByRole('list', { name: 'Results' })).getByRole('link', {
      name: 'player',
    }),
  ).toBeVisible();
});

it('turns pages by what the engine calls them', async () => {
  const query = renderSearch(
    searching(async ({ pageCursor }) =>
      pageCursor
        ? answer(['removed'], { previousPageCursor: 'first' })
        : answer(['player'], { nextPageCursor: 'second' }),
    ),
    '/search?query=play',
  );
  expect(
    await screen.findByRole('button', { name: 'Previous' }),
  ).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
  expect(await screen.findByRole('link', { name: 'replay' })).toBeVisible();
  expect(query).toHaveBeenLastCalledWith(
    { term: 'play', pageCursor: 'second' },
    expect.anything(),
  );
  expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled();
});

it('says what nothing is called', async () => {
  renderSearch(
    searching(async () => answer([])),
    '/search?query=nothing',
  );
  expect(
    await screen.findByRole('heading', { name: 'Nothing found' }),
  ).toBeVisible();
});

it('waits for the first index by itself', async () => {
  const missing = await ResponseError.fromResponse(
    Response.json(
      {
        error: { name: 'MissingIndexError', message: 'Missing index' },
        response: { statusCode: 400 },
      },
      { status: 400 },
    ),
  );
  const query = searching(async () => answer(['player']));
  query.mockRejectedValueOnce(missing);
  renderSearch(query, '/search?query=player');
  expect(
    await screen.findByRole('heading', { name: 'The catalog is being read' }),
  ).toBeVisible();
  expect(await screen.findByRole('link', { name: 'player' })).toBeVisible();
});

it('says why it could not search, and searches again', async () => {
  const query = searching(async () => answer(['player']));
  query.mockRejectedValueOnce(new Error('The engine is away.'));
  renderSearch(query, '/search?query=player');
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The engine is away.',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'player' })).toBeVisible();
});

it('says everything in French and Arabic', () => {
  expect(
    findTranslationGaps({
      english,
      translations: { fr: french, ar: arabic },
    }),
  ).toEqual([]);
});
