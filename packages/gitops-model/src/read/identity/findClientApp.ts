import { hostOf } from '../dashboard/hostOf';
import type { App, LoginClient, Route } from '../RepositoryModel';

/** The app whose host a client returns to, else the app it is named after. */
export function findClientApp(
  { clientId, redirectUris }: Pick<LoginClient, 'clientId' | 'redirectUris'>,
  apps: readonly App[],
  routes: readonly Route[],
): App | undefined {
  const hosts = redirectUris.map(hostOf);
  const route = routes.find(({ hostnames }) =>
    hostnames.some(hostname => hosts.includes(hostname)),
  );
  return route
    ? apps.find(
        ({ name, cluster }) => name === route.app && cluster === route.cluster,
      )
    : apps.find(({ name }) => name === clientId);
}
