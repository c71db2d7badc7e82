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
        'talosconfig',
        'talos:',
        'kubernetes:',
        'os:reader',
        'Talos',
        'Kubernetes',
        'Node Feature Discovery',
        'Prometheus',
        'Git',
        'etcd',
        'CSV',
        'JSON',
        'NVMe',
        'eMMC',
        'SSD',
        'SD',
        'SMBIOS',
        'SMART',
        'PCI',
        'MAC',
        'MTU',
        'VLAN',
        'GHz',
        'MT/s',
      ],
      sameAsEnglish: {
        fr: [
          'list.label',
          'list.shown_one',
          'list.shown_other',
          'filter.cluster',
          'filter.architecture',
          'filter.extension',
          'filter.schematic',
          'column.name',
          'total.machines',
          'tab.label',
          'machine.versions',
          'machine.conditions',
          'machine.services',
          'machine.cluster',
          'machine.schematic',
          'machine.extensions',
          'machine.taints',
          'hardware.kind.physical',
          'live.pause',
          'live.machineTitle',
          'history.kind.version',
          'card.machine',
          'card.machines',
        ],
      },
    }),
  ).toEqual([]);
});
