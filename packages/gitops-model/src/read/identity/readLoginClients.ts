import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import type {
  App,
  DeploymentUnit,
  LoginClient,
  Route,
} from '../RepositoryModel';
import { findClientApp } from './findClientApp';
import { readJsonClients } from './readJsonClients';
import { readManifestClients } from './readManifestClients';
import { readTerraformClients } from './readTerraformClients';

/**
 * Login clients in the directories that the profile names, in deployed
 * objects, and in objects that no root includes.
 */
export function readLoginClients(
  reading: Reading,
  rendered: readonly RenderedUnit[],
  {
    unwired,
    apps,
    routes,
  }: {
    /** Objects that no root includes. */
    unwired: readonly Manifest[];
    apps: readonly App[];
    routes: readonly Route[];
  },
): LoginClient[] {
  const [{ cluster: home }] = reading.profile.roots;
  const inDirectories = reading.profile.loginClients.flatMap(
    ({ form, directory, realm }) => {
      const clients =
        form === 'terraform'
          ? readTerraformClients(reading, directory)
          : readJsonClients(reading, directory);
      return clients.map((client): LoginClient => {
        const app = findClientApp(client, apps, routes);
        return {
          ...client,
          form,
          realm,
          wired: true,
          app: app?.name,
          cluster: app?.cluster ?? home,
        };
      });
    },
  );
  const toClients = (
    manifest: Manifest,
    cluster: string,
    unit?: DeploymentUnit,
  ): LoginClient[] => {
    const isHere = (found: { cluster: string }) => found.cluster === cluster;
    return readManifestClients(manifest).map(client => ({
      ...client,
      cluster,
      wired: unit !== undefined,
      app:
        findClientApp(client, apps.filter(isHere), routes.filter(isHere))
          ?.name ?? unit?.app,
    }));
  };
  return [
    ...inDirectories,
    ...rendered.flatMap(({ unit, manifests }) =>
      unit.wired
        ? manifests.flatMap(manifest => toClients(manifest, unit.cluster, unit))
        : [],
    ),
    ...unwired.flatMap(manifest =>
      toClients(manifest, clusterOf(manifest, rendered) ?? home),
    ),
  ];
}

/** Cluster of the unit that would deploy an object, were the unit wired. */
function clusterOf(
  { source: { file } }: Manifest,
  rendered: readonly RenderedUnit[],
): string | undefined {
  return rendered.find(({ manifests }) =>
    manifests.some(({ source }) => source.file === file),
  )?.unit.cluster;
}
