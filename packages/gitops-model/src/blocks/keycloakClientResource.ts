import { z } from 'zod';
import { directoryOf } from '../edit/directoryOf';
import { setValue } from '../edit/yaml/setValue';
import { blockOptions } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import { appMetadata } from './appLabels';
import type { BlockContext } from './Block';
import { secretName } from './externalSecret';
import { fileFinding } from './fileFinding';
import type { FollowingBlock } from './FollowingBlock';
import type { RealmClient } from './realmImportClient';
import { urlsTo } from './urlsTo';

type Name = 'keycloak-client-resource';

const clientSchema = z.object({
  apiVersion: z.literal('v1.edp.epam.com/v1'),
  kind: z.literal('KeycloakClient'),
  spec: z.looseObject({
    clientId: z.string(),
    redirectUris: z.array(z.string()).default([]),
  }),
});

/**
 * A confidential client as an object beside the app's others. The operator
 * gives it the secret that the app's own ExternalSecret brings.
 *
 * @see https://github.com/epam/edp-keycloak-operator
 */
export const keycloakClientResource: FollowingBlock<Name, RealmClient> = {
  write(context, options, { clientId, redirectUri }) {
    const { tree, profile, layout, names } = context;
    const file = expandNames(options.file, names);
    const [secrets] = blockOptions(profile, layout, 'external-secret');
    if (!secrets) {
      const reason = 'the layout has no ExternalSecret to bring the secret';
      return fileFinding(file, { ok: false, reason });
    }
    const { origin } = new URL(redirectUri);
    const outcome = tree.addYaml(file, {
      apiVersion: 'v1.edp.epam.com/v1',
      kind: 'KeycloakClient',
      metadata: appMetadata(names, clientId),
      spec: {
        clientId,
        realmRef: { ...options.realm },
        secret: `$${secretName(names, secrets, 'login')}:client_secret`,
        public: false,
        protocol: 'openid-connect',
        webUrl: origin,
        redirectUris: [redirectUri],
        webOrigins: [origin],
        standardFlowEnabled: true,
        implicitFlowEnabled: false,
        directAccess: false,
        fullScopeAllowed: false,
        attributes: {
          'pkce.code.challenge.method': 'S256',
          'post.logout.redirect.uris': '+',
        },
        protocolMappers: [
          {
            name: 'groups',
            protocol: 'openid-connect',
            protocolMapper: 'oidc-group-membership-mapper',
            config: {
              'access.token.claim': 'true',
              'claim.name': 'groups',
              'full.path': 'false',
              'id.token.claim': 'true',
              'userinfo.token.claim': 'true',
            },
          },
        ],
      },
    });
    return fileFinding(file, outcome);
  },

  find(context, options) {
    return clientsOf(context, options).flatMap(({ spec }) =>
      spec.redirectUris.map(redirectUri => ({
        clientId: spec.clientId,
        redirectUri,
      })),
    );
  },

  filesNaming(context, options, host) {
    const found = clientsOf(context, options)
      .filter(
        ({ spec }) => urlsTo(spec, ['spec'], { host, newHost: '' }).length > 0,
      )
      .map(({ file }) => file);
    return [...new Set(found)];
  },

  follow(context, options, hosts) {
    return clientsOf(context, options).flatMap(({ file, index, spec }) =>
      urlsTo(spec, ['spec'], hosts).flatMap(({ path, url }) => {
        const edit = setValue({ spec }, path, url);
        return edit
          ? fileFinding(file, context.tree.editYaml(file, edit, index))
          : [];
      }),
    );
  },

  claims: ({ clientId }) => [{ kind: 'client-id', clientId }],
};

interface FoundClient {
  file: string;
  index: number;
  spec: z.infer<typeof clientSchema>['spec'];
}

function clientsOf(
  { tree, names }: BlockContext,
  options: BlockOptions<Name>,
): FoundClient[] {
  return tree
    .list(directoryOf(expandNames(options.file, names)))
    .flatMap(file =>
      tree.readYaml(file).flatMap((document, index) => {
        const { data } = clientSchema.safeParse(document);
        return data ? [{ file, index, spec: data.spec }] : [];
      }),
    );
}
