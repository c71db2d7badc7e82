import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { volumeKindSchema, VolumeList } from '@internal/plugin-ceph-common';
import { RowFilters, RowParameters } from '@internal/portal-ui';
import { cephTranslationRef } from '../translation';
import { useVolumeWords } from './useVolumeWords';
import { volumeStates } from './volumeStates';

export const volumeFilterNames = ['kind', 'state', 'app', 'node'] as const;
type FilterName = (typeof volumeFilterNames)[number];

export interface VolumeFiltersProps {
  /** Absent where the backend counts nothing, and until it does. */
  facets: VolumeList['facets'];
  parameters: RowParameters<FilterName | 'q'>;
}

/** Narrows volumes by words, kind, state, app and machine. */
export function VolumeFilters({ facets, parameters }: VolumeFiltersProps) {
  const { t } = useTranslationRef(cephTranslationRef);
  const words = useVolumeWords();
  const nameOf = (name: FilterName, value: string) => {
    switch (name) {
      case 'kind':
        return words.kind(value);
      case 'state':
        return words.state(value);
      case 'app':
        return value.slice(value.lastIndexOf('/') + 1);
      default:
        return value;
    }
  };
  const order: Partial<Record<FilterName, readonly string[]>> = {
    kind: volumeKindSchema.options,
    state: volumeStates,
  };
  const sorted = Object.fromEntries(
    volumeFilterNames.map(name => {
      const places = order[name];
      const values = facets?.[name] ?? [];
      return [
        name,
        places
          ? [...values].sort(
              (a, b) => places.indexOf(a.value) - places.indexOf(b.value),
            )
          : values,
      ];
    }),
  );
  return (
    <RowFilters
      filters={volumeFilterNames.map(name => ({
        name,
        label: t(`volumes.filter.${name}`),
        nameOf: (value: string) => nameOf(name, value),
      }))}
      facets={sorted}
      example={t('volumes.example')}
      parameters={parameters}
    />
  );
}
