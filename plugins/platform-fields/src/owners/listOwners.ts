import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { IdentityApi } from '@backstage/frontend-plugin-api';
import type { CatalogApi } from '@backstage/plugin-catalog-react';

export interface Owner {
  /** Such as `group:default/atlas`. */
  entityRef: string;
  title: string;
}

/**
 * Groups a user may name as owner, by title: the groups the user is in, or
 * every group of the catalog for members of the platform team. The backend
 * holds everybody to the same.
 */
export async function listOwners(options: {
  identityApi: IdentityApi;
  catalogApi: CatalogApi;
  /** Entity ref of the platform team, where it is known. */
  platformTeam?: string;
}): Promise<Owner[]> {
  const { identityApi, catalogApi, platformTeam } = options;
  const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
  const ownRefs = ownershipEntityRefs.filter(
    ref => parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'group',
  );
  const isPlatformTeam =
    platformTeam !== undefined && ownRefs.includes(platformTeam);

  const fields = [
    'kind',
    'metadata.namespace',
    'metadata.name',
    'metadata.title',
  ];
  const groups = isPlatformTeam
    ? (await catalogApi.getEntities({ filter: { kind: 'Group' }, fields }))
        .items
    : (await catalogApi.getEntitiesByRefs({ entityRefs: ownRefs, fields }))
        .items;

  const titles = new Map(
    groups.flatMap(group =>
      group ? [[stringifyEntityRef(group), group.metadata.title] as const] : [],
    ),
  );
  const refs = isPlatformTeam ? [...titles.keys()] : ownRefs;
  return refs
    .map(entityRef => ({
      entityRef,
      title: titles.get(entityRef) ?? parseEntityRef(entityRef).name,
    }))
    .sort((one, other) => one.title.localeCompare(other.title));
}
