import type { App, LoginClient, Route } from '../RepositoryModel';
import { ClientApps } from './ClientApps';

/**
 * Login clients with the app whose host they return to, or that they are named
 * after. Those of directories go to that app's cluster, the others stay where
 * they are deployed.
 */
export function placeClients(
  inDirectories: readonly LoginClient[],
  inObjects: readonly LoginClient[],
  apps: readonly App[],
  routes: readonly Route[],
): LoginClient[] {
  if (inDirectories.length + inObjects.length === 0) return [];
  const clientApps = new ClientApps(apps, routes);
  return [
    ...inDirectories.map(client => {
      const app = clientApps.find(client);
      return {
        ...client,
        app: app?.name,
        cluster: app?.cluster ?? client.cluster,
      };
    }),
    ...inObjects.map(client => ({
      ...client,
      app: clientApps.find(client, client.cluster)?.name ?? client.app,
    })),
  ];
}
