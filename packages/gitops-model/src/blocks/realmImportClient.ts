import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import type { RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';

export type RealmClient = { clientId: string; redirectUri: string };

const importSchema = z.object({
  kind: z.literal('KeycloakRealmImport'),
  spec: z.object({
    realm: z.object({
      clients: z
        .array(
          z.object({
            clientId: z.string(),
            redirectUris: z.array(z.string()).default([]),
          }),
        )
        .default([]),
    }),
  }),
});

const clientsPath = ['spec', 'realm', 'clients'];

/**
 * A confidential login client in the import of a realm. Keycloak's operator
 * imports a realm once, so one that is there does not get it by this.
 */
export const realmImportClient: RetiringBlock<
  'realm-import-client',
  RealmClient
> = {
  write({ tree, app, names }, options, { clientId, redirectUri }) {
    const file = expandNames(options.file, names);
    const edit = {
      kind: 'insert-item',
      path: clientsPath,
      value: {
        clientId,
        name: app,
        enabled: true,
        protocol: 'openid-connect',
        publicClient: false,
        standardFlowEnabled: true,
        implicitFlowEnabled: false,
        directAccessGrantsEnabled: false,
        serviceAccountsEnabled: false,
        redirectUris: [redirectUri],
        webOrigins: [new URL(redirectUri).origin],
        attributes: { 'pkce.code.challenge.method': 'S256' },
        defaultClientScopes: ['email', 'profile', 'roles'],
      },
    } as const;
    return fileFinding(file, tree.editYaml(file, edit));
  },

  find({ tree, names }, options) {
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap(
        document =>
          importSchema.safeParse(document).data?.spec.realm.clients ?? [],
      )
      .flatMap(({ clientId, redirectUris }) =>
        redirectUris.map(redirectUri => ({ clientId, redirectUri })),
      );
  },

  retire({ tree, names }, options, { clientId }) {
    const file = expandNames(options.file, names);
    const [clients = []] = tree.readYaml(file).flatMap(document => {
      const { data } = importSchema.safeParse(document);
      return data ? [data.spec.realm.clients] : [];
    });
    const index = clients.findIndex(client => client.clientId === clientId);
    if (index === -1) return [];
    const edit = { kind: 'remove-item', path: clientsPath, index } as const;
    return fileFinding(file, tree.editYaml(file, edit));
  },

  claims: ({ clientId }) => [{ kind: 'client-id', clientId }],
};
