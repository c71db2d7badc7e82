import { z } from 'zod';
import { customResource } from './customResource';

const flag = z.boolean().optional();
const text = z.string().optional();
const texts = z.array(z.string()).optional();
const map = z.record(z.string(), z.string()).optional();

const client = z.strictObject({
  id: text,
  clientId: z.string(),
  name: text,
  description: text,
  type: text,
  rootUrl: text,
  adminUrl: text,
  baseUrl: text,
  surrogateAuthRequired: flag,
  enabled: flag,
  alwaysDisplayInConsole: flag,
  clientAuthenticatorType: text,
  secret: text,
  registrationAccessToken: text,
  defaultRoles: texts,
  redirectUris: texts,
  webOrigins: texts,
  notBefore: z.int().optional(),
  bearerOnly: flag,
  consentRequired: flag,
  standardFlowEnabled: flag,
  implicitFlowEnabled: flag,
  directAccessGrantsEnabled: flag,
  serviceAccountsEnabled: flag,
  authorizationServicesEnabled: flag,
  oauth2DeviceAuthorizationGrantEnabled: flag,
  directGrantsOnly: flag,
  publicClient: flag,
  frontchannelLogout: flag,
  protocol: text,
  attributes: map,
  authenticationFlowBindingOverrides: map,
  fullScopeAllowed: flag,
  nodeReRegistrationTimeout: z.int().optional(),
  registeredNodes: z.record(z.string(), z.int()).optional(),
  protocolMappers: z
    .array(
      z.strictObject({
        id: text,
        name: text,
        protocol: text,
        protocolMapper: text,
        consentRequired: flag,
        consentText: text,
        config: map,
      }),
    )
    .optional(),
  clientTemplate: text,
  useTemplateConfig: flag,
  useTemplateScope: flag,
  useTemplateMappers: flag,
  defaultClientScopes: texts,
  optionalClientScopes: texts,
  authorizationSettings: z.unknown().optional(),
  access: z.record(z.string(), z.boolean()).optional(),
  origin: text,
});

/**
 * `k8s.keycloak.org/v2alpha1`, as of Keycloak 26. Of the realm only its clients
 * are looked into.
 */
export const keycloakRealmImportSchema = customResource(
  z.strictObject({
    keycloakCRName: z.string(),
    realm: z.looseObject({
      realm: text,
      enabled: flag,
      clients: z.array(client).optional(),
    }),
    placeholders: z
      .record(
        z.string(),
        z.strictObject({
          secret: z.strictObject({
            name: text,
            key: z.string(),
            optional: flag,
          }),
        }),
      )
      .optional(),
    resources: z.unknown().optional(),
  }),
);
