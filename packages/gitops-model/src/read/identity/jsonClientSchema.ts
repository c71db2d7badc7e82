import { z } from 'zod';
import { clientSchema, terraformClientSchema } from './clientSchema';

const secretRef = z
  .object({ vault_secret_ref: z.string().optional().catch(undefined) })
  .transform(({ vault_secret_ref: key }) => ({ secretKey: key }));

/** A client whose id Terraform takes from the secret store, so that its file is all that names it here. */
const unnamedClientSchema = z
  .object({
    vault_secret_ref: z.string(),
    redirect_uris: z.array(z.string()).default([]),
  })
  .transform(({ redirect_uris: redirectUris }) => ({
    clientId: undefined,
    redirectUris,
  }));

/** A client in a JSON file, in the words of Keycloak or of Terraform, with the key of its secret. */
export const jsonClientSchema = z.intersection(
  z.union([clientSchema, terraformClientSchema, unnamedClientSchema]),
  secretRef,
);
