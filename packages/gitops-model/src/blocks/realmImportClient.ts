import { z } from 'zod';
import { valueAt } from '../edit/yaml/setValue';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import type { BlockContext, RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';
import type { FollowingBlock } from './FollowingBlock';
import { urlsTo } from './urlsTo';

type Name = 'realm-import-client';

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
export const realmImportClient: RetiringBlock<Name, RealmClient> &
  FollowingBlock<Name, RealmClient> = {
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

  filesNaming(context, options, host) {
    return clientUrls(context, options, { host, newHost: '' }).length > 0
      ? [expandNames(options.file, context.names)]
      : [];
  },

  follow(context, options, hosts) {
    const file = expandNames(options.file, context.names);
    const urls = clientUrls(context, options, hosts);
    const findings = urls.flatMap(({ index, path, url }) =>
      fileFinding(
        file,
        context.tree.editYaml(
          file,
          { kind: 'replace-scalar', path, value: url },
          index,
        ),
      ),
    );
    return urls.length === 0
      ? []
      : [
          ...findings,
          {
            code: 'realm-import-not-applied',
            severity: 'warning',
            message: `Keycloak imports the realm ${options.realm} only where it does not exist yet, so a client of one that does keeps leading to ${hosts.host}.`,
            fix: `Change the redirect URIs in the realm by hand as well, to ${hosts.newHost}.`,
            file,
          },
        ];
  },

  claims: ({ clientId }) => [{ kind: 'client-id', clientId }],
};

/** Where the clients of the import have URLs on a host, and the same on another. */
function clientUrls(
  { tree, names }: BlockContext,
  options: BlockOptions<Name>,
  hosts: { host: string; newHost: string },
) {
  return tree
    .readYaml(expandNames(options.file, names))
    .flatMap((document, index) =>
      urlsTo(valueAt(document, clientsPath), clientsPath, hosts).map(found => ({
        index,
        ...found,
      })),
    );
}
