import { findTranslationGaps } from '@internal/portal-ui/testUtils';
import arabic from './ar';
import english from './en';
import french from './fr';

it('says everything in French and Arabic', () => {
  expect(
    findTranslationGaps({
      english,
      translations: { fr: french, ar: arabic },
      properNames: [
        'kubernetes:',
        'Ceph',
        'Rook',
        'Kubernetes',
        'Talos',
        'etcd',
      ],
      sameAsEnglish: {
        fr: ['storage.view.volumes', 'storage.view.maintenance'],
      },
    }),
  ).toEqual([]);
});
