import {
  monosense,
  monosenseRepository,
} from '../__testUtils__/monosenseFixture';
import { outline } from '../__testUtils__/outline';
import { placeApp } from '../plan/placeApp';
import { PlanTree } from '../plan/PlanTree';
import { readRepository } from '../read/readRepository';
import { checkHostCluster } from './checkHostCluster';

describe('checkHostCluster', () => {
  const both = ['infra', 'apps'].map(cluster =>
    placeApp(
      'notes',
      {
        tree: new PlanTree(monosenseRepository),
        profile: monosense,
        model: readRepository(monosenseRepository, monosense),
      },
      { cluster },
    ),
  );
  const [infra, apps] = both;

  it.each([
    ['notes.monosense.io', both, undefined],
    ['notes.infra.monosense.io', [infra], undefined],
    ['notes.apps.monosense.io', [apps], undefined],
    ['notes.apps.monosense.io', [infra], 'monosense.io or infra.monosense.io'],
    ['notes.infra.monosense.io', both, 'monosense.io'],
    ['notes.example.org', both, undefined],
    ['notes.infra.monosense.io', [], undefined],
  ])('says of %s on the clusters of row %#', (host, places, domains) => {
    const found = checkHostCluster(host, places);
    expect(outline(found)).toEqual(
      domains === undefined ? [] : ['error host-outside-domains host'],
    );
    expect(found.map(({ fix }) => fix)).toEqual(
      domains === undefined ? [] : [`Ask for a host under ${domains}.`],
    );
  });

  it('names the cluster', () => {
    const domains = monosense.domains.filter(
      ({ cluster }) => cluster === 'apps',
    );
    const place = { ...infra, profile: { ...monosense, domains } };
    expect(checkHostCluster('notes.apps.monosense.io', [place])).toMatchObject([
      {
        message:
          'The gateways of the cluster infra, where notes runs, do not take notes.apps.monosense.io.',
        fix: 'Ask for a host under a domain of that cluster.',
      },
    ]);
  });

  it('offers a domain once, however often it is exposed', () => {
    const [first, , last] = monosense.domains;
    const domains = [first, { ...first, exposure: 'internal' }, last];
    const place = { ...infra, profile: { ...monosense, domains } };
    expect(checkHostCluster('notes.apps.monosense.io', [place])).toMatchObject([
      { fix: 'Ask for a host under monosense.io.' },
    ]);
  });
});
