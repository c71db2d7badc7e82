import type { Finding } from '../finding/Finding';
import type { CheckContext } from './CheckContext';
import { hasEmptyOrDotSegment } from './checkRoutePath';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

const idShape = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;
const pathShape = /^\/[A-Za-z0-9._~/-]+$/;

/** Where the login provider sends people back to, below the app's host. */
export function checkCallbackPath(path: string): Finding[] {
  if (path.includes('*')) {
    return [
      refusal('redirect-uri-invalid', {
        message: `The callback path ${quoteValue(path)} is a wildcard; it would send logins to any page.`,
        fix: 'Give the one path that the app documents, such as “/oauth2/callback”.',
        field: 'callbackPath',
      }),
    ];
  }
  return pathShape.test(path) && !hasEmptyOrDotSegment(path)
    ? []
    : [
        refusal('redirect-uri-invalid', {
          message: `${quoteValue(path)} is no callback path: it starts with “/” and is made of letters, digits and “-._~/”.`,
          fix: 'Give the path that the app documents, such as “/oauth2/callback”; scheme and host are added.',
          field: 'callbackPath',
        }),
      ];
}

/** The id of a new login client, whoever may hold it. */
export function checkClientId(clientId: string): Finding[] {
  return idShape.test(clientId)
    ? []
    : [
        refusal('client-id-invalid', {
          message: `${quoteValue(clientId)} is no client id: it is made of a-z, 0-9 and “-”, and starts with a letter.`,
          fix: 'Leave it empty to use the name of the app.',
          field: 'clientId',
        }),
      ];
}

/** Logins end on a host of the app itself. */
export function checkLoginHost(
  host: string,
  app: string,
  { model }: Pick<CheckContext, 'model'>,
): Finding[] {
  const isOwn = model.routes.some(
    route => route.app === app && route.hostnames.includes(host),
  );
  return isOwn
    ? []
    : [
        refusal('redirect-host-foreign', {
          message: `${quoteValue(host)} is no host of the app ${app}, and logins end on its own hosts only.`,
          fix: 'Choose a host of the app, or ask for the host in the same request.',
          field: 'host',
        }),
      ];
}
