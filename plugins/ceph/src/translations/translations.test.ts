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
        'OSD',
        'noout',
        'metal-installer-secureboot',
        'Longhorn',
        'NFS',
        'CSV',
      ],
      sameAsEnglish: {
        fr: [
          'storage.view.volumes',
          'storage.view.maintenance',
          'chain.kind.node',
          'chain.kind.pool',
          'chain.kind.volume',
          'chain.column.nodes',
          'chain.fold.volume_one',
          'chain.fold.volume_other',
          'maintenance.tab',
          'maintenance.machine',
          'maintenance.card.title',
          'volumes.title',
          'volumes.shown_one',
          'volumes.shown_other',
          'volumes.filter.node',
          'volumes.column.copies',
          'volumes.column.nodes',
          'volumes.copies_other',
          'volumes.domain.host',
          'volumes.domain.zone',
          'volumes.details.name',
          'volumes.details.phase',
          'volumes.details.pool',
        ],
      },
    }),
  ).toEqual([]);
});
