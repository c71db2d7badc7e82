import { generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider from 'oidc-provider';
import type { World } from '../world/World';
import { findPersonBySubject, toClaims } from './accounts';
import { createMemoryAdapter } from './createMemoryAdapter';
import { renderMessagePage } from './renderLoginPage';

export interface RealmOptions {
  /** `<url>/realms/<realm>` */
  issuer: string;
  /** Address of the portal, the one client of the realm. */
  portalUrl: string;
  /** Secret of the client `portal`. */
  clientSecret: string;
  /** Where somebody signs in; gets the id of the interaction. */
  loginPath: (interaction: string) => string;
}

/**
 * The OpenID provider behind a Keycloak-shaped realm: Keycloak's endpoint
 * paths, claims in the ID token, a refresh token without asking for
 * `offline_access`, and no consent page. Keys live as long as the process.
 */
export function createRealm(world: World, options: RealmOptions): Provider {
  const oidcPath = '/protocol/openid-connect';
  return new Provider(options.issuer, {
    adapter: createMemoryAdapter(),
    clients: [
      {
        client_id: 'portal',
        client_secret: options.clientSecret,
        client_name: 'Portal',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [
          new URL('/api/auth/oidc/handler/frame', options.portalUrl).href,
        ],
        post_logout_redirect_uris: [new URL('/', options.portalUrl).href],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    claims: {
      openid: ['sub'],
      profile: [
        'preferred_username',
        'name',
        'given_name',
        'family_name',
        'groups',
      ],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: false,
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
    },
    findAccount: (_context, subject) => {
      const person = findPersonBySubject(world.people, subject);
      return (
        person && { accountId: subject, claims: async () => toClaims(person) }
      );
    },
    interactions: {
      url: (_context, interaction) => options.loginPath(interaction.uid),
    },
    issueRefreshToken: async (_context, client) =>
      client.grantTypeAllowed('refresh_token'),
    jwks: { keys: [createSigningKey()] },
    loadExistingGrant: async context => {
      const { client, session, provider, params } = context.oidc;
      const grant = new provider.Grant({
        clientId: client?.clientId,
        accountId: session?.accountId,
      });
      grant.addOIDCScope(String(params?.scope ?? 'openid'));
      await grant.save();
      return grant;
    },
    pkce: { required: () => false },
    renderError: (context, error) => {
      context.type = 'html';
      context.body = renderMessagePage(
        'Sign-in cannot go on',
        error.error_description ?? error.error,
      );
    },
    routes: {
      authorization: `${oidcPath}/auth`,
      token: `${oidcPath}/token`,
      userinfo: `${oidcPath}/userinfo`,
      jwks: `${oidcPath}/certs`,
      end_session: `${oidcPath}/logout`,
      revocation: `${oidcPath}/revoke`,
    },
    scopes: ['openid', 'offline_access', 'profile', 'email'],
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      Grant: 36_000,
      IdToken: 300,
      Interaction: 1_800,
      RefreshToken: 36_000,
      Session: 36_000,
    },
  });
}

function createSigningKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    ...privateKey.export({ format: 'jwk' }),
    kid: randomBytes(16).toString('base64url'),
    use: 'sig',
    alg: 'RS256',
  };
}
