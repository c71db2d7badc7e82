import type { Claim } from '../blocks/Claim';
import type { Finding } from '../finding/Finding';
import type { LoginClient, Route } from '../read/RepositoryModel';
import type { CheckContext } from './CheckContext';
import { hostsOverlap } from './hostsOverlap';
import { refusal } from './refusal';

/** Whether anybody but `app` holds what it claims. */
export function checkClaims(
  claims: readonly Claim[],
  app: string,
  context: Pick<CheckContext, 'model'>,
): Finding[] {
  return claims.flatMap(claim => {
    switch (claim.kind) {
      case 'app':
        return checkName(claim.app, context);
      case 'namespace':
        return checkNamespace(claim.namespace, context);
      case 'host':
        return checkHostHolder(claim, app, context);
      case 'listener':
        return checkListenerHolder(claim, context);
      case 'client-id':
        return checkClientHolder(claim.clientId, context);
      case 'external-secret':
        return checkSecretName(claim, context);
      case 'secret-key':
      default:
        return checkKeyReader(claim.key, app, context);
    }
  });
}

function checkName(
  name: string,
  { model }: Pick<CheckContext, 'model'>,
): Finding[] {
  if (model.apps.some(app => app.name === name)) {
    return [nameTaken(`There is an app named ${name} already.`)];
  }
  const isUnit = model.units.some(
    unit => unit.name === name || unit.app === name,
  );
  return isUnit
    ? [nameTaken(`There is a deployment unit named ${name} already.`)]
    : [];
}

function checkNamespace(
  name: string,
  { model }: Pick<CheckContext, 'model'>,
): Finding[] {
  const holder = model.apps.find(
    app => app.namespace === name && app.name !== name,
  );
  if (holder) {
    return [
      nameTaken(`The app ${holder.name} lives in the namespace ${name}.`),
    ];
  }
  const isDeclared =
    model.namespaces.some(namespace => namespace.name === name) &&
    !model.apps.some(app => app.name === name);
  return isDeclared
    ? [nameTaken(`There is a namespace named ${name} already.`)]
    : [];
}

function nameTaken(message: string): Finding {
  return refusal('app-name-taken', {
    message,
    fix: 'Choose another name, or change the app that is there.',
    field: 'app',
  });
}

/**
 * A host belongs to one app with all its paths: a longer path on a foreign host
 * would win over the owner's route, however old that one is.
 */
function checkHostHolder(
  { host, gateway }: Extract<Claim, { kind: 'host' }>,
  app: string,
  { model }: Pick<CheckContext, 'model'>,
): Finding[] {
  const overlapping = ({ hostnames }: Route) =>
    hostnames.find(hostname => hostsOverlap(hostname, host));
  const holder = model.routes.find(
    route =>
      route.app !== app &&
      overlapping(route) !== undefined &&
      route.parents.some(
        ({ name, namespace, section }) =>
          name === gateway.name &&
          namespace === gateway.namespace &&
          (section === undefined ||
            gateway.sectionName === undefined ||
            section === gateway.sectionName),
      ),
  );
  if (!holder) return [];
  return [
    refusal('host-taken', {
      message: `The host ${host} belongs to the app ${holder.app}, whose route names ${overlapping(holder)}.`,
      fix: 'Ask for another host, or ask the owner of that app.',
      field: 'host',
      file: holder.source.file,
      line: holder.source.line,
    }),
  ];
}

/** Two listeners of one port that name the same host are both refused by the Gateway. */
function checkListenerHolder(
  { gateway, port, host, name }: Extract<Claim, { kind: 'listener' }>,
  { model }: Pick<CheckContext, 'model'>,
): Finding[] {
  const title = `gateway ${gateway.namespace}/${gateway.name}`;
  const found = model.gateways.filter(
    other =>
      other.name === gateway.name && other.namespace === gateway.namespace,
  );
  return found.flatMap(({ listeners, source }) =>
    listeners.flatMap((listener): Finding[] => {
      if (listener.name === name) {
        return [
          refusal('listener-name-taken', {
            message: `The ${title} has a listener ${name} already.`,
            fix: 'Ask the platform team whose listener that is.',
            field: 'host',
            ...source,
          }),
        ];
      }
      const isTaken =
        listener.port === port && listener.hostname?.toLowerCase() === host;
      return isTaken
        ? [
            refusal('host-taken', {
              message: `The listener ${listener.name} of the ${title} is there for ${host} already.`,
              fix: 'Ask for another host, or ask the platform team whose listener that is.',
              field: 'host',
              ...source,
            }),
          ]
        : [];
    }),
  );
}

function checkClientHolder(
  clientId: string,
  { model }: Pick<CheckContext, 'model'>,
): Finding[] {
  const holder = model.loginClients.find(
    (client: LoginClient) => client.clientId.toLowerCase() === clientId,
  );
  if (!holder) return [];
  const of = holder.app === undefined ? '' : ` of the app ${holder.app}`;
  return [
    refusal('client-id-taken', {
      message: `There is a login client named ${clientId}${of} already.`,
      fix: 'Choose another client id.',
      field: 'clientId',
      file: holder.source.file,
      line: holder.source.line,
    }),
  ];
}

/** Two of one name in a namespace overwrite one another, as long as both are there. */
function checkSecretName(
  {
    cluster,
    namespace,
    name,
    file,
  }: Extract<Claim, { kind: 'external-secret' }>,
  { model }: Pick<CheckContext, 'model'>,
): Finding[] {
  const holder = model.externalSecrets.find(
    secret =>
      secret.cluster === cluster &&
      secret.namespace === namespace &&
      secret.name === name &&
      secret.source.file !== file,
  );
  if (!holder) return [];
  return [
    refusal('secret-name-taken', {
      message: `The namespace ${namespace} has an ExternalSecret ${name} from another file than ${file}.`,
      fix: 'Ask the platform team to bring the profile in line with that file, or to move it.',
      file: holder.source.file,
      line: holder.source.line,
    }),
  ];
}

/** What is newly written under a key must not reach an app of another owner that reads it. */
function checkKeyReader(
  key: string,
  app: string,
  { model }: Pick<CheckContext, 'model'>,
): Finding[] {
  const ownerOf = (wanted: string) =>
    model.apps.find(({ name }) => name === wanted)?.owner;
  const owner = ownerOf(app);
  const reader = model.externalSecrets.find(
    secret =>
      ownerOf(secret.app) !== owner &&
      secret.keys.some(read => read.key === key),
  );
  if (!reader) return [];
  return [
    refusal('secret-key-foreign', {
      message: `The app ${reader.app}, which has another owner, reads the key ${key}.`,
      fix: 'Use another key, or ask the owner of that app.',
      file: reader.source.file,
      line: reader.source.line,
    }),
  ];
}
