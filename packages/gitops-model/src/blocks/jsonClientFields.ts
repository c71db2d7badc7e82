import type { JsonValue } from '../edit/json/emitJson';

/** What a client's file says, whatever its fields are called. */
interface JsonClient {
  clientId: string;
  name: string;
  /** Key of the secret store that holds its id and secret. */
  secretKey: string;
  redirectUri: string;
  origin: string;
}

type Sibling = Readonly<Record<string, unknown>>;

interface Field {
  /** As Keycloak itself calls it; without one it has no such field. */
  keycloak?: string;
  /** As Terraform does, and as stacks do that read such files. */
  terraform?: readonly string[];
  value: JsonValue;
  /** Written only where most siblings have it. */
  isOptional?: boolean;
}

const ids = ['clientId', 'client_id'];
const secretRef = 'vault_secret_ref';

/** The fields of a client's file, named and ordered as in its siblings. */
export function jsonClientFields(
  client: JsonClient,
  siblings: readonly Sibling[],
): Record<string, JsonValue> {
  const count = (key: string) =>
    siblings.filter(sibling => Object.hasOwn(sibling, key)).length;
  const isUsual = (key: string) => count(key) * 2 > siblings.length;
  const isTerraform =
    siblings.filter(sibling =>
      Object.keys(sibling).some(key => key.includes('_') && key !== secretRef),
    ).length *
      2 >
    siblings.length;
  const fields = fieldsOf(client).flatMap(
    ({ keycloak, terraform = [], value, isOptional }) => {
      const names = isTerraform ? terraform : [keycloak ?? []].flat();
      const [name] = [...names].sort((one, other) => count(other) - count(one));
      return name === undefined || (isOptional && !isUsual(name))
        ? []
        : [[name, value] as const];
    },
  );
  const named = isNamedByFile(siblings)
    ? fields.filter(([name]) => !ids.includes(name))
    : fields;
  return Object.fromEntries(inOrder(named, siblings));
}

/** Whether siblings leave their id to the secret store, so that their file is all that names them. */
export function isNamedByFile(siblings: readonly Sibling[]): boolean {
  return (
    siblings.some(sibling => Object.hasOwn(sibling, secretRef)) &&
    !siblings.some(sibling => ids.some(id => Object.hasOwn(sibling, id)))
  );
}

function fieldsOf(client: JsonClient): Field[] {
  const { clientId, name, secretKey, redirectUri, origin } = client;
  const both = (keycloak: string, terraform: string, value: JsonValue) => ({
    keycloak,
    terraform: [terraform],
    value,
  });
  return [
    both('clientId', 'client_id', clientId),
    { ...both('name', 'name', name), isOptional: true },
    both(secretRef, secretRef, secretKey),
    { terraform: ['client_id_key'], value: 'client_id', isOptional: true },
    {
      terraform: ['client_secret_key'],
      value: 'client_secret',
      isOptional: true,
    },
    both('enabled', 'enabled', true),
    { keycloak: 'publicClient', value: false },
    { terraform: ['access_type'], value: 'CONFIDENTIAL' },
    { ...both('rootUrl', 'root_url', origin), isOptional: true },
    { ...both('adminUrl', 'admin_url', origin), isOptional: true },
    { ...both('baseUrl', 'base_url', origin), isOptional: true },
    {
      keycloak: 'redirectUris',
      terraform: ['redirect_uris', 'valid_redirect_uris'],
      value: [redirectUri],
    },
    both('webOrigins', 'web_origins', [origin]),
    both('standardFlowEnabled', 'standard_flow_enabled', true),
    both('implicitFlowEnabled', 'implicit_flow_enabled', false),
    both('directAccessGrantsEnabled', 'direct_access_grants_enabled', false),
    both('serviceAccountsEnabled', 'service_accounts_enabled', false),
    both('fullScopeAllowed', 'full_scope_allowed', false),
  ];
}

/** As in the sibling that has most of the fields; one that it lacks stays behind its neighbour. */
function inOrder<V>(
  fields: readonly (readonly [string, V])[],
  siblings: readonly Sibling[],
): (readonly [string, V])[] {
  const shared = (sibling: Sibling) =>
    fields.filter(([name]) => Object.hasOwn(sibling, name)).length;
  const [model] = [...siblings].sort(
    (one, other) => shared(other) - shared(one),
  );
  const order = Object.keys(model ?? {});
  const ranks: number[] = [];
  for (const [name] of fields) {
    const place = order.indexOf(name);
    ranks.push(place === -1 ? (ranks.at(-1) ?? -1) : place);
  }
  return fields
    .map((field, at) => ({ field, rank: ranks[at] }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ field }) => field);
}
