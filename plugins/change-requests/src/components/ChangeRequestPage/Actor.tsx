import { EntityName } from '@internal/portal-ui';

const entityRef = /^[a-z]+:[^/]+\/.+$/i;

/** Who did it: a catalog entity by its name, anybody else by their login. */
export function Actor({ actor }: { actor: string }) {
  return entityRef.test(actor) ? (
    <EntityName entityRef={actor} />
  ) : (
    <bdi>{actor}</bdi>
  );
}
