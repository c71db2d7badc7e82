import { refusal } from '../checks/refusal';
import { appendHcl } from '../edit/hcl/appendHcl';
import { emitHclResource, HclExpression } from '../edit/hcl/emitHcl';
import type { HclBlock } from '../edit/hcl/HclBlock';
import { readHclBlocks } from '../edit/hcl/readHclBlocks';
import { readHclTokens } from '../edit/hcl/readHclTokens';
import { removeHclBlocks } from '../edit/hcl/removeHclBlocks';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import type { RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';
import type { FollowingBlock } from './FollowingBlock';
import { isPartOfClient } from './isPartOfClient';
import { withHost } from './withHost';

export type LoginClientValue = {
  clientId: string;
  redirectUri: string;
  /** Key of the secret store that its id and secret are written to. */
  secretKey: string;
};

type Name = 'terraform-keycloak-client';
type Options = BlockOptions<Name>;

/**
 * A confidential Keycloak client with a groups claim. The same Terraform run
 * writes what Keycloak generates to Vault, so no person and no file of the
 * repository ever holds the secret.
 */
export const terraformKeycloakClient: RetiringBlock<Name, LoginClientValue> &
  FollowingBlock<Name, LoginClientValue> = {
  write(context, options, value) {
    const file = expandNames(options.file, context.names);
    const text = context.tree.readText(file);
    const { mount } = context.profile.secrets;
    if (mount === undefined) {
      const reason = 'the profile names no mount of the secret store';
      return fileFinding(file, { ok: false, reason });
    }
    if (text === undefined) {
      return fileFinding(file, {
        ok: false,
        reason: 'there is no such text file',
      });
    }
    const reading = readHclBlocks(text);
    if (!reading.ok) {
      return fileFinding(file, { ok: false, reason: reading.reason });
    }
    const name = resourceName(value.clientId);
    const isTaken = reading.blocks.some(({ labels }) => labels[1] === name);
    if (isTaken) {
      return [
        refusal('client-id-taken', {
          message: `${file} has a Terraform resource named ${name} already.`,
          fix: 'Choose another client id.',
          field: 'clientId',
          file,
        }),
      ];
    }
    const after = appendHcl(text, resourcesOf(mount, options, value));
    context.tree.writeText(file, after);
    return [];
  },

  find({ tree, names }, options) {
    const text = tree.readText(expandNames(options.file, names));
    const reading = readHclBlocks(text ?? '');
    if (!reading.ok) return [];
    return reading.blocks.flatMap(block => {
      const value = valueOf(block, reading.blocks);
      return value ? [value] : [];
    });
  },

  retire({ tree, names }, options, { clientId }) {
    const file = expandNames(options.file, names);
    const text = tree.readText(file) ?? '';
    const reading = readHclBlocks(text);
    if (!reading.ok) {
      return fileFinding(file, { ok: false, reason: reading.reason });
    }
    const client = reading.blocks.find(
      ({ labels, attributes }) =>
        labels[0] === 'keycloak_openid_client' &&
        attributes.client_id?.literal === clientId,
    );
    const name = client?.labels[1];
    if (name === undefined) return [];
    const after = removeHclBlocks(
      text,
      reading.blocks.filter(block => isPartOfClient(name, block)),
    );
    if (new RegExp(`keycloak_openid_client\\.${name}\\b`).test(after)) {
      return fileFinding(file, {
        ok: false,
        reason: `other resources refer to keycloak_openid_client.${name}`,
      });
    }
    tree.writeText(file, after);
    return [];
  },

  filesNaming({ tree, names }, options, host) {
    const file = expandNames(options.file, names);
    const text = tree.readText(file) ?? '';
    return clientUrls(text, { host, newHost: '' }).length > 0 ? [file] : [];
  },

  follow({ tree, names }, options, hosts) {
    const file = expandNames(options.file, names);
    const text = tree.readText(file) ?? '';
    const after = clientUrls(text, hosts)
      .reverse()
      .reduce(
        (changed, { start, end, url }) =>
          `${changed.slice(0, start)}${JSON.stringify(url)}${changed.slice(end)}`,
        text,
      );
    if (after !== text) tree.writeText(file, after);
    return [];
  },

  claims: ({ clientId }) => [{ kind: 'client-id', clientId }],
};

/** Texts of clients that are URLs on a host, and the same on another, in their order. */
function clientUrls(text: string, hosts: { host: string; newHost: string }) {
  const reading = readHclBlocks(text);
  if (!reading.ok) return [];
  const clients = reading.blocks.filter(
    ({ labels }) => labels[0] === 'keycloak_openid_client',
  );
  return readHclTokens(text).flatMap(({ kind, value, start, end }) => {
    const isOfClient = clients.some(
      client => client.start < start && end < client.end,
    );
    const url =
      kind === 'string' && isOfClient ? withHost(value, hosts) : undefined;
    return url === undefined ? [] : [{ start, end, url }];
  });
}

function resourceName(clientId: string): string {
  return clientId.replace(/[^a-z0-9]/g, '_');
}

function resourcesOf(
  mount: string,
  options: Options,
  { clientId, redirectUri, secretKey }: LoginClientValue,
): string[] {
  const name = resourceName(clientId);
  const realm = HclExpression.reference(options.realmReference);
  const client = `keycloak_openid_client.${name}`;
  return [
    emitHclResource({
      type: 'keycloak_openid_client',
      name,
      attributes: {
        realm_id: realm,
        client_id: clientId,
        access_type: 'CONFIDENTIAL',
        standard_flow_enabled: true,
        implicit_flow_enabled: false,
        direct_access_grants_enabled: false,
        service_accounts_enabled: false,
        full_scope_allowed: false,
        pkce_code_challenge_method: 'S256',
        valid_redirect_uris: [redirectUri],
        web_origins: [new URL(redirectUri).origin],
      },
    }),
    emitHclResource({
      type: 'keycloak_openid_group_membership_protocol_mapper',
      name,
      attributes: {
        realm_id: realm,
        client_id: HclExpression.reference(`${client}.id`),
        name: 'groups',
        claim_name: 'groups',
        full_path: false,
      },
    }),
    emitHclResource({
      type: 'vault_kv_secret_v2',
      name: `${name}_oidc`,
      attributes: {
        mount,
        name: secretKey,
        data_json: HclExpression.jsonencode({
          client_id: clientId,
          client_secret: HclExpression.reference(`${client}.client_secret`),
          issuer: options.issuer,
        }),
      },
    }),
  ];
}

function valueOf(
  client: HclBlock,
  blocks: readonly HclBlock[],
): LoginClientValue | undefined {
  const [type, name] = client.labels;
  if (type !== 'keycloak_openid_client') return undefined;
  const secret = blocks.find(
    ({ labels }) =>
      labels[0] === 'vault_kv_secret_v2' && labels[1] === `${name}_oidc`,
  );
  const clientId = client.attributes.client_id?.literal;
  const uris = client.attributes.valid_redirect_uris?.literal;
  const secretKey = secret?.attributes.name?.literal;
  return typeof clientId === 'string'
    ? {
        clientId,
        redirectUri: textOf(Array.isArray(uris) ? uris[0] : uris),
        secretKey: textOf(secretKey),
      }
    : undefined;
}

/** Empty where people wrote a client in another way than the block does. */
function textOf(literal: unknown): string {
  return typeof literal === 'string' ? literal : '';
}
