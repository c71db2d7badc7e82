import type { AuthService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { locationKeyOf, portalAnnotations } from './annotations';
import type { EntitySet } from './compareSnapshots';
import type { BuiltEntity } from './entities/BuiltEntity';

/** What an earlier run of the portal has put into the catalog for a platform. */
export async function readProvidedEntities(
  platformId: string,
  { catalog, auth }: { catalog: CatalogService; auth: AuthService },
): Promise<EntitySet> {
  const { items } = await catalog.getEntities(
    {
      filter: {
        'metadata.annotations.backstage.io/managed-by-origin-location':
          locationKeyOf(platformId),
      },
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  return new Map(
    items.map(item => {
      const built = toBuiltEntity(item);
      return [built.entityRef, built];
    }),
  );
}

/** Without what the catalog has added. */
function toBuiltEntity(item: Entity): BuiltEntity {
  const { apiVersion, kind, spec, metadata } = item;
  const { uid: _uid, etag: _etag, ...own } = metadata;
  return {
    entityRef: stringifyEntityRef(item),
    file: metadata.annotations?.[portalAnnotations.sourceFile],
    unitFile: metadata.annotations?.[portalAnnotations.unitFile],
    complete: true,
    entity: { apiVersion, kind, metadata: own, spec },
  };
}
