import { z } from 'zod';
import { directoryOf } from '../edit/directoryOf';
import { name, path } from './profileTexts';

/** A login client as a resource of Terraform, beside those of other apps. */
const terraformKeycloakClient = z.strictObject({
  block: z.literal('terraform-keycloak-client'),
  /** Existing file that clients are appended to. */
  file: path,
  realm: name,
  /** Terraform expression, such as `data.keycloak_realm.home.id`. */
  realmReference: z.string().regex(/^[a-z_][a-z0-9_]*(\.[a-z0-9_]+)+$/),
  issuer: z.url(),
});

/** A login client as a JSON file of its own, in a directory of `loginClients`. */
const jsonKeycloakClient = z.strictObject({
  block: z.literal('json-keycloak-client'),
  /** The directory's other files say which fields a client has, and how they are called. */
  file: path,
  /** What apps read beside the client's id and secret. */
  issuer: z.url(),
});

/** A login client as an object of EPAM's Keycloak operator. */
const keycloakClientResource = z.strictObject({
  block: z.literal('keycloak-client-resource'),
  /** In the app's own directory. */
  file: path,
  /** The realm's own object; a `KeycloakRealm` lies in the app's namespace. */
  realm: z.strictObject({
    kind: z.enum(['ClusterKeycloakRealm', 'KeycloakRealm']),
    name,
  }),
  /** What apps read beside the client's id and secret. */
  issuer: z.url(),
});

/**
 * What Terraform writes to Vault for apps. A path that is there already gets
 * the fields that are missing, any other a resource of its own. Values are
 * variables, which a person gives to Terraform.
 */
const vaultPath = z
  .strictObject({
    block: z.literal('vault-path'),
    /** Existing file that resources are appended to. */
    file: path,
    /** Existing file beside it that declares the variables. */
    variablesFile: path,
  })
  .refine(
    ({ file, variablesFile }) =>
      directoryOf(file) === directoryOf(variablesFile),
    'must have both files in the directory of one Terraform stack',
  );

export const identityBlockOptions = [
  terraformKeycloakClient,
  jsonKeycloakClient,
  keycloakClientResource,
  vaultPath,
] as const;
