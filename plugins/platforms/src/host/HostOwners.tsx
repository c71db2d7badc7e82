import { HostRow } from '@internal/plugin-platforms-common';
import { EntityLink } from '@internal/portal-ui';

/** Owners of the apps behind a host, each once. */
export function HostOwners({ apps }: { apps: HostRow['apps'] }) {
  return (
    <>
      {[...new Set(apps.flatMap(app => app.owner ?? []))].map(owner => (
        <EntityLink key={owner} entityRef={owner} />
      ))}
    </>
  );
}
