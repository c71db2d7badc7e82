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
          'description.label',
          'env.row',
          'env.name',
          'secrets.label',
          'secrets.row',
          'secrets.env',
          'storage.label',
          'storage.row',
        ],
        // These name a product or show a value, in Latin letters.
        ar: [
          'platform.description',
          'login.label',
          'login.description',
          'resources.quantity',
          'resources.invalid',
          'env.description',
          'env.secret',
          'secrets.description',
          'storage.invalidSize',
          'chartRepository.description',
          'size.description',
        ],
      },
    }),
  ).toEqual([]);
});
