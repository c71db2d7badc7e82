import type { RenderedUnit } from '../RenderedUnit';
import type { LoginClient } from '../RepositoryModel';
import { readManifestClients } from './readManifestClients';

/** Login clients among the objects that a unit deploys. */
export function readUnitClients({
  unit: { app, cluster },
  manifests,
}: RenderedUnit): LoginClient[] {
  return manifests.flatMap(manifest =>
    readManifestClients(manifest).map(client => ({
      ...client,
      cluster,
      wired: true,
      app,
    })),
  );
}
