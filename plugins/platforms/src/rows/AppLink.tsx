import { UnitRow } from '@internal/plugin-platforms-common';
import { EntityLink } from '@internal/portal-ui';

/** An app by name; a link where the catalog has it. */
export function AppLink({ app }: { app: UnitRow['app'] }) {
  return app.entityRef ? (
    <EntityLink entityRef={app.entityRef} />
  ) : (
    <bdi>{app.name}</bdi>
  );
}
