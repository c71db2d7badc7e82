import type { Manifest } from '../manifests/Manifest';
import type { RenderedUnit } from '../RenderedUnit';
import type { LoginClient } from '../RepositoryModel';
import { readManifestClients } from './readManifestClients';

/** Login clients among objects that no root includes; at the cluster they would be deployed to, were their unit wired. */
export function readUnwiredClients(
  unwired: readonly Manifest[],
  rendered: readonly RenderedUnit[],
  home: string,
): LoginClient[] {
  return unwired.flatMap(manifest =>
    readManifestClients(manifest).map(client => ({
      ...client,
      cluster: clusterOf(manifest, rendered) ?? home,
      wired: false,
    })),
  );
}

function clusterOf(
  { source: { file } }: Manifest,
  rendered: readonly RenderedUnit[],
): string | undefined {
  return rendered.find(({ manifests }) =>
    manifests.some(({ source }) => source.file === file),
  )?.unit.cluster;
}
