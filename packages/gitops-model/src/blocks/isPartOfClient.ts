import type { HclBlock } from '../edit/hcl/HclBlock';

/** Resources that make no sense without the one client they refer to. */
const partTypes =
  /^(keycloak_openid_\w+_protocol_mapper|keycloak_openid_client_(default|optional)_scopes|vault_kv_secret_v2)$/;
const reference = /\b(?:var|local|data|module|[a-z]+_[a-z0-9_]+)\.[a-z0-9_]+/g;

/**
 * Whether a Terraform resource is a Keycloak client or belongs to it alone: a
 * mapper, its scopes, or a secret that holds nothing but what the client gives.
 */
export function isPartOfClient(
  name: string,
  { labels: [type = '', label], attributes }: HclBlock,
): boolean {
  if (type === 'keycloak_openid_client') return label === name;
  if (!partTypes.test(type)) return false;
  const held =
    type === 'vault_kv_secret_v2' ? attributes.data_json : attributes.client_id;
  const references = held?.text.match(reference) ?? [];
  return (
    references.length > 0 &&
    references.every(text => text === `keycloak_openid_client.${name}`)
  );
}
