import { readHclBlocks } from '../../edit/hcl/readHclBlocks';
import type { HclLiteral } from '../../edit/hcl/HclBlock';
import type { Reading } from '../Reading';
import type { App, LoginClient, Route } from '../RepositoryModel';

/** The Keycloak clients of the Terraform directories that the profile names. */
export function readTerraformClients(
  reading: Reading,
  apps: readonly App[],
  routes: readonly Route[],
): LoginClient[] {
  return reading.profile.loginClients
    .filter(({ form }) => form === 'terraform')
    .flatMap(({ directory, realm }) =>
      reading
        .list(directory)
        .filter(file => file.endsWith('.tf'))
        .flatMap(file =>
          readFile(reading, file).map((client): LoginClient => {
            const app = appOf(client, apps, routes);
            return {
              ...client,
              form: 'terraform',
              wired: true,
              realm,
              app: app?.name,
              cluster: app?.cluster ?? reading.profile.roots[0].cluster,
            };
          }),
        ),
    );
}

function readFile(
  reading: Reading,
  file: string,
): Pick<LoginClient, 'clientId' | 'redirectUris' | 'source'>[] {
  const text = reading.readText(file, { file, line: 1 });
  if (text === undefined) return [];
  const hcl = readHclBlocks(text);
  if (!hcl.ok) {
    reading.report(
      {
        code: 'unreadable-file',
        severity: 'error',
        message: `${file} is not valid HCL: ${hcl.reason}.`,
        fix: 'Correct the file; until then its login clients are not known.',
      },
      { file, line: hcl.line },
    );
    return [];
  }
  return hcl.blocks.flatMap(({ type, labels, attributes, line }) => {
    if (type !== 'resource' || labels[0] !== 'keycloak_openid_client')
      return [];
    const clientId = attributes.client_id?.literal;
    if (typeof clientId !== 'string') {
      reading.report(
        {
          code: 'not-evaluated',
          severity: 'info',
          message: `The client id of ${labels.join('.')} is computed, so that the portal does not know it.`,
        },
        { file, line },
      );
      return [];
    }
    return [
      {
        clientId,
        redirectUris: texts(attributes.valid_redirect_uris?.literal),
        source: { file, line },
      },
    ];
  });
}

/** The app whose host the client returns to, else the app it is named after. */
function appOf(
  { clientId, redirectUris }: Pick<LoginClient, 'clientId' | 'redirectUris'>,
  apps: readonly App[],
  routes: readonly Route[],
): App | undefined {
  const hosts = redirectUris.flatMap(uri => {
    const host = /^https?:\/\/([^/:?#]+)/.exec(uri)?.[1];
    return host === undefined ? [] : [host];
  });
  const route = routes.find(({ hostnames }) =>
    hostnames.some(hostname => hosts.includes(hostname)),
  );
  return route
    ? apps.find(
        ({ name, cluster }) => name === route.app && cluster === route.cluster,
      )
    : apps.find(({ name }) => name === clientId);
}

function texts(literal: HclLiteral | undefined): string[] {
  return Array.isArray(literal)
    ? literal.filter(item => typeof item === 'string')
    : [];
}
