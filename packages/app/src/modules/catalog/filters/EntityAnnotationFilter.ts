import type { EntityFilter } from '@backstage/plugin-catalog-react';

/** Keeps entities whose annotation has one of several values. */
abstract class EntityAnnotationFilter implements EntityFilter {
  protected abstract readonly annotation: string;

  constructor(readonly values: string[]) {}

  getCatalogFilters() {
    return { [`metadata.annotations.${this.annotation}`]: this.values };
  }

  toQueryValue() {
    return this.values;
  }
}

export class EntityPlatformFilter extends EntityAnnotationFilter {
  protected readonly annotation = 'portal.internal/platform';
}

export class EntityClusterFilter extends EntityAnnotationFilter {
  protected readonly annotation = 'portal.internal/cluster';
}
