import type { BlockContext } from '../blocks/Block';
import type { Operation } from '../operation/Operation';
import { domainOf } from '../profile/domainOf';
import type { WritableProfile } from '../profile/Profile';
import type { LoginClient, RepositoryModel } from '../read/RepositoryModel';

/** The model as a reader would find it behind an operation, as far as checks look. */
export function extendModel(
  model: RepositoryModel,
  operation: Operation,
  profile: WritableProfile,
  places: readonly BlockContext[],
): RepositoryModel {
  const { app } = operation;
  const known = model.apps.find(({ name }) => name === app);
  const found = {
    cluster: known?.cluster ?? profile.roots[0].cluster,
    source: known?.source ?? { file: '', line: 1 },
  };
  switch (operation.type) {
    case 'create-app':
    case 'create-chart-app':
      return known
        ? model
        : {
            ...model,
            apps: [
              ...model.apps,
              ...places.map(({ names }) => ({
                source: found.source,
                cluster: names.cluster,
                name: app,
                namespace: names.namespace,
                category: names.category || undefined,
                units: [app],
                owner: operation.owner,
                ownerReason: 'asked for in the same request',
              })),
            ],
          };
    case 'add-route': {
      const gateway = domainOf(
        profile,
        operation.host,
        operation.exposure,
      )?.gateway;
      const parents = gateway
        ? [{ ...gateway, section: gateway.sectionName }]
        : [];
      const route = {
        ...found,
        unit: app,
        app,
        kind: 'HTTPRoute',
        hostnames: [operation.host],
        paths: [operation.path],
        parents,
        backends: [],
      };
      return { ...model, routes: [...model.routes, route] };
    }
    case 'add-oidc-client': {
      const { clientId = app, host, callbackPath } = operation;
      const redirectUris = [`https://${host}${callbackPath}`];
      const client: LoginClient = {
        ...found,
        form: 'terraform',
        wired: true,
        app,
        clientId,
        redirectUris,
      };
      return { ...model, loginClients: [...model.loginClients, client] };
    }
    case 'change-route':
      return {
        ...model,
        routes: model.routes.map(route =>
          route.app === app
            ? {
                ...route,
                hostnames: route.hostnames.map(host =>
                  host === operation.host ? operation.newHost : host,
                ),
              }
            : route,
        ),
      };
    case 'set-owner':
      return {
        ...model,
        apps: model.apps.map(each =>
          each.name === app ? { ...each, owner: operation.owner } : each,
        ),
      };
    case 'retire-app':
      return {
        ...model,
        apps: model.apps.filter(({ name }) => name !== app),
        routes: model.routes.filter(route => route.app !== app),
        loginClients: model.loginClients.filter(client => client.app !== app),
      };
    default:
      return model;
  }
}
