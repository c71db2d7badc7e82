import { z } from 'zod';
import { customResource } from './customResource';

const flag = z.boolean().optional();
const text = z.string().optional();
const texts = z.array(z.string()).optional();
const map = z.record(z.string(), z.string()).optional();

/**
 * `v1.edp.epam.com/v1`, as of EDP's Keycloak operator 1.35. Authorization and
 * permissions are not looked into.
 */
export const keycloakClientSchema = customResource(
  z.strictObject({
    clientId: z.string(),
    realmRef: z.strictObject({
      kind: z.enum(['KeycloakRealm', 'ClusterKeycloakRealm']).optional(),
      name: z.string(),
    }),
    adminFineGrainedPermissionsEnabled: flag,
    adminUrl: text,
    advancedProtocolMappers: flag,
    advancedSettings: z.unknown().optional(),
    attributes: map,
    authenticationFlowBindingOverrides: z
      .strictObject({ browser: text, directGrant: text })
      .optional(),
    authorization: z.unknown().optional(),
    authorizationServicesEnabled: flag,
    bearerOnly: flag,
    clientAuthenticatorType: text,
    clientRoles: texts,
    clientRolesV2: z
      .array(
        z.strictObject({
          name: z.string(),
          description: text,
          associatedClientRoles: texts,
        }),
      )
      .optional(),
    consentRequired: flag,
    defaultClientScopes: texts,
    description: text,
    directAccess: flag,
    enabled: flag,
    frontChannelLogout: flag,
    fullScopeAllowed: flag,
    homeUrl: text,
    implicitFlowEnabled: flag,
    name: text,
    optionalClientScopes: texts,
    permission: z.unknown().optional(),
    protocol: text,
    protocolMappers: z
      .array(
        z.strictObject({
          name: text,
          protocol: text,
          protocolMapper: text,
          config: map,
        }),
      )
      .optional(),
    public: flag,
    realmRoles: z
      .array(z.strictObject({ composite: z.string(), name: text }))
      .optional(),
    reconciliationStrategy: z.enum(['full', 'addOnly']).optional(),
    redirectUris: texts,
    /** Name of a Secret, or a reference into one. */
    secret: text,
    serviceAccount: z
      .strictObject({
        attributes: map,
        attributesV2: z.record(z.string(), z.array(z.string())).optional(),
        clientRoles: z
          .array(z.strictObject({ clientId: z.string(), roles: texts }))
          .optional(),
        enabled: flag,
        groups: texts,
        realmRoles: texts,
      })
      .optional(),
    standardFlowEnabled: flag,
    surrogateAuthRequired: flag,
    webOrigins: texts,
    webUrl: text,
  }),
);
