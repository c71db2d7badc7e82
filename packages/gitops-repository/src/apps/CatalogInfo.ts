import type { EntityLink } from '@backstage/catalog-model';

/** What an app's own `catalog-info.yaml` says; it wins over what is derived. */
export interface CatalogInfo {
  title?: string;
  description?: string;
  tags?: string[];
  links?: EntityLink[];
  owner?: string;
  system?: string;
  lifecycle?: string;
  type?: string;
}
