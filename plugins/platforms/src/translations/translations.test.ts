import { findTranslationGaps } from '@internal/portal-ui/testUtils';
import arabic from './ar';
import english from './en';
import french from './fr';

it('says everything in French and Arabic', () => {
  expect(
    findTranslationGaps({
      english,
      translations: { fr: french, ar: arabic },
      sameAsEnglish: {
        fr: [
          'tab.secrets',
          'fact.clusters',
          'filter.cluster',
          'units.column.cluster',
          'units.column.charts',
          'findings.cluster',
          'hosts.column.routes',
          'hosts.column.cluster',
          'secrets.column.cluster',
          'card.origin.cluster',
          'card.host.route',
        ],
      },
    }),
  ).toEqual([]);
});
