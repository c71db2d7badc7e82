import type { Finding } from '../../finding/Finding';
import { hostOf } from '../../read/dashboard/hostOf';
import { isLiteral } from '../../read/inspect/isLiteral';
import type { LoginClient, RepositoryModel } from '../../read/RepositoryModel';
import type { Side } from './Change';
import { ownersOf } from './Holding';

/** Redirect URIs of login clients that send people's logins elsewhere than to the app. */
export function checkRedirects({ model }: Pick<Side, 'model'>): Finding[] {
  const owners = ownersOf(model);
  return model.loginClients.flatMap(client =>
    client.redirectUris.filter(isLiteral).flatMap(uri => {
      const found = invalid(uri) ?? foreign(uri, client, model, owners);
      return found
        ? [
            {
              ...found,
              cluster: client.cluster,
              app: client.app,
              ...client.source,
            },
          ]
        : [];
    }),
  );
}

type Said = Pick<Finding, 'code' | 'severity' | 'message' | 'fix'>;

function invalid(uri: string): Said | undefined {
  const said = (message: string, severity: Finding['severity']): Said => ({
    code: 'redirect-uri-invalid',
    severity,
    message,
    fix: 'Name the one https address that the app documents.',
  });
  if (/^(\*|https?:\/\/[^/]*\*)/i.test(uri)) {
    return said(
      'A redirect URI takes any host, and with it any login.',
      'error',
    );
  }
  if (/^http:\/\//i.test(uri)) {
    return said(
      'A redirect URI is not encrypted, or leads to the machine of whoever signs in.',
      'error',
    );
  }
  return uri.includes('*')
    ? said('A redirect URI takes any path of its host.', 'warning')
    : undefined;
}

function foreign(
  uri: string,
  { app, clientId }: LoginClient,
  { hosts }: RepositoryModel,
  owners: ReadonlyMap<string, string | undefined>,
): Said | undefined {
  const host = hostOf(uri);
  const apps = hosts
    .filter(served => served.host === host)
    .flatMap(served => served.apps);
  if (app === undefined || apps.length === 0) return undefined;
  const owner = owners.get(app);
  const isOwn = apps.some(
    other =>
      other === app || (owner !== undefined && owners.get(other) === owner),
  );
  if (isOwn) return undefined;
  return {
    code: 'redirect-host-foreign',
    severity: 'error',
    message: `Logins of the client ${clientId} end on ${host}, which is the app ${apps[0]}’s and not the app ${app}’s.`,
    fix: 'Name addresses on hosts of the app alone.',
  };
}
