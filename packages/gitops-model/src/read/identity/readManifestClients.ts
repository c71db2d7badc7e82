import { z } from 'zod';
import { isRecord } from '../isRecord';
import type { Manifest } from '../manifests/Manifest';
import type { LoginClient } from '../RepositoryModel';
import { clientSchema } from './clientSchema';
import type { FoundClient } from './FoundClient';

/** Kinds of objects that login clients are written as. */
export const clientKinds = ['KeycloakClient', 'KeycloakRealmImport'] as const;

const realmImportSchema = z.object({
  spec: z.object({
    realm: z.object({
      realm: z.string().optional(),
      clients: z.array(z.unknown()).default([]),
    }),
  }),
});
const edpClientSchema = z.object({
  spec: clientSchema.extend({
    realm: z.string().optional(),
    targetRealm: z.string().optional(),
    realmRef: z.object({ name: z.string() }).optional(),
    webUrl: z.string().optional(),
  }),
});
const legacyClientSchema = z.object({
  spec: z.object({ client: clientSchema }),
});

/** The login clients of one object of Keycloak's operator or of another one for it. */
export function readManifestClients(
  manifest: Manifest,
): (FoundClient & Pick<LoginClient, 'form'>)[] {
  const { group, kind, value, source } = manifest;
  if (group === 'k8s.keycloak.org' && kind === 'KeycloakRealmImport') {
    const { data } = realmImportSchema.safeParse(value);
    const { realm, clients = [] } = data?.spec.realm ?? {};
    return clients.flatMap((item, index) => {
      const client = clientSchema.safeParse(item);
      if (!client.success) return [];
      const line = lineOfClient(manifest, index);
      return [
        {
          ...client.data,
          form: 'realm-import' as const,
          realm,
          source: { file: source.file, line: line ?? source.line },
        },
      ];
    });
  }
  if (kind !== 'KeycloakClient') return [];
  const form = 'custom-resource';
  if (group === 'v1.edp.epam.com') {
    const { data } = edpClientSchema.safeParse(value);
    if (!data) return [];
    const { clientId, redirectUris, webUrl, realm, targetRealm, realmRef } =
      data.spec;
    // What the operator does without redirect URIs.
    const usual = webUrl ? [`${webUrl}/*`] : [];
    return [
      {
        clientId,
        redirectUris: redirectUris.length > 0 ? redirectUris : usual,
        form,
        realm: targetRealm ?? realmRef?.name ?? realm,
        source,
      },
    ];
  }
  const { data } = legacyClientSchema.safeParse(value);
  return group === 'keycloak.org' && data
    ? [{ ...data.spec.client, form, source }]
    : [];
}

function lineOfClient(
  { value, document }: Manifest,
  index: number,
): number | undefined {
  const realm = isRecord(value.spec) ? value.spec.realm : undefined;
  const clients = isRecord(realm) ? realm.clients : undefined;
  const client: unknown = Array.isArray(clients) ? clients[index] : undefined;
  return isRecord(client) ? document.lines.get(client) : undefined;
}
