import { z } from 'zod';

const texts = z
  .array(z.string())
  .nullish()
  .transform(value => value ?? []);

/** What is kept of a Keycloak client, and nothing of its secret. */
export const clientSchema = z.object({
  clientId: z.string(),
  redirectUris: texts,
});

/** The same as Terraform spells it, for files that a Terraform stack reads. */
export const terraformClientSchema = z
  .object({
    client_id: z.string(),
    valid_redirect_uris: texts,
    redirect_uris: texts,
  })
  .transform(value => ({
    clientId: value.client_id,
    redirectUris: [...value.valid_redirect_uris, ...value.redirect_uris],
  }));
