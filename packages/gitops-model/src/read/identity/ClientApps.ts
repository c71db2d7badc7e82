import { hostOf } from '../dashboard/hostOf';
import type { App, LoginClient, Route } from '../RepositoryModel';

/** Finds the app whose host a client returns to, else the app it is named after. */
export class ClientApps {
  /** By name, and by cluster and name; the first of each. */
  readonly #apps = new Map<string, App>();
  /** The same of hosts, with the places of the routes. */
  readonly #places = new Map<string, number>();
  readonly #routes: readonly Route[];

  constructor(apps: readonly App[], routes: readonly Route[]) {
    this.#routes = routes;
    for (const app of apps) {
      for (const key of [app.name, `${app.cluster} ${app.name}`]) {
        if (!this.#apps.has(key)) this.#apps.set(key, app);
      }
    }
    for (const [place, { cluster, hostnames }] of routes.entries()) {
      for (const host of hostnames) {
        for (const key of [host, `${cluster} ${host}`]) {
          if (!this.#places.has(key)) this.#places.set(key, place);
        }
      }
    }
  }

  /** Among those of one cluster, where one is named. */
  find(
    { clientId, redirectUris }: Pick<LoginClient, 'clientId' | 'redirectUris'>,
    cluster?: string,
  ): App | undefined {
    const within = (name: string) =>
      cluster === undefined ? name : `${cluster} ${name}`;
    const places = redirectUris
      .map(hostOf)
      .filter(host => host !== undefined)
      .map(host => this.#places.get(within(host)))
      .filter(place => place !== undefined);
    if (places.length === 0) return this.#apps.get(within(clientId));
    const route = this.#routes[Math.min(...places)];
    return this.#apps.get(`${route.cluster} ${route.app}`);
  }
}
