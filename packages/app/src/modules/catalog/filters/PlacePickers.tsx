import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type DefaultEntityFilters,
  EntityAutocompletePicker,
} from '@backstage/plugin-catalog-react';
import { catalogTranslationRef } from '../translation';
import {
  EntityClusterFilter,
  EntityPlatformFilter,
} from './EntityAnnotationFilter';

type PlaceFilters = DefaultEntityFilters & {
  platform?: EntityPlatformFilter;
  cluster?: EntityClusterFilter;
};

/** Narrows the catalog to platforms. */
export function PlatformPicker() {
  const { t } = useTranslationRef(catalogTranslationRef);
  return (
    <EntityAutocompletePicker<PlaceFilters, 'platform'>
      label={t('platform')}
      name="platform"
      path="metadata.annotations.portal.internal/platform"
      Filter={EntityPlatformFilter}
      showCounts
    />
  );
}

/** Narrows the catalog to clusters. */
export function ClusterPicker() {
  const { t } = useTranslationRef(catalogTranslationRef);
  return (
    <EntityAutocompletePicker<PlaceFilters, 'cluster'>
      label={t('cluster')}
      name="cluster"
      path="metadata.annotations.portal.internal/cluster"
      Filter={EntityClusterFilter}
      showCounts
    />
  );
}
