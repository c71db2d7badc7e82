import type { BlockContext } from '../blocks/Block';
import { terraformKeycloakClient } from '../blocks/terraformKeycloakClient';
import type { Finding } from '../finding/Finding';
import type { OperationOf } from '../operation/Operation';
import { databasesOf } from '../plan/aspects/database';
import { ownDatabasesOf, roleKeysOf } from '../plan/aspects/sharedDatabase';
import { ownVaultPaths } from '../plan/aspects/vaultPath';
import type { OperationContext } from '../plan/OperationContext';
import { blockOptions, blocksOf } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import type { RepositoryModel } from '../read/RepositoryModel';
import { pullSecretKeys } from '../profile/pullSecretKeys';
import { checkSharedNamespace, listShared } from './checkSharedNamespace';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

/** Whether an app can be retired, what of it survives, and who still refers to it. */
export function checkRetirement(
  { app, confirmation }: OperationOf<'retire-app'>,
  places: readonly BlockContext[],
  context: OperationContext,
): Finding[] {
  if (confirmation !== app) {
    return [
      refusal('confirmation-missing', {
        message: `${quoteValue(confirmation)} is not the name of the app.`,
        fix: `Type “${app}” to confirm that it is to go.`,
        field: 'confirmation',
      }),
    ];
  }
  return [
    ...places.flatMap(at => checkFiles(at, context)),
    ...places.flatMap(checkSharedNamespace),
    ...places.flatMap(listDatabases),
    ...listReferrers(app, places, context),
    ...listSurvivors(app, places, context),
  ];
}

function checkFiles(
  { tree, profile, layout, names }: BlockContext,
  { model }: OperationContext,
): Finding[] {
  const { directory, unit: app } = names;
  const sharing = model.units.find(
    unit =>
      unit.app !== app &&
      !unit.orchestrator &&
      unit.paths.some(
        path => path === directory || path.startsWith(`${directory}/`),
      ),
  );
  if (sharing) {
    return [
      refusal('layout-unsupported', {
        message: `${sharing.name} deploys from ${directory} as well, so it cannot go with ${app}.`,
        fix: 'Retire this app by hand in the GitOps repository.',
        field: 'app',
        file: sharing.source.file,
      }),
    ];
  }
  const isWritten =
    tree.listBelow(directory).length > 0 &&
    [
      ...blockOptions(profile, layout, 'argocd-application'),
      ...blockOptions(profile, layout, 'flux-kustomization'),
    ].every(({ file }) => tree.readYaml(expandNames(file, names)).length === 1);
  return isWritten
    ? []
    : [
        refusal('layout-unsupported', {
          message: `The app ${quoteValue(app)} is not deployed by a file of its own where the profile has it.`,
          fix: 'Retire this app by hand in the GitOps repository.',
          field: 'app',
        }),
      ];
}

/** The operator deletes the volumes of a database with it. */
function listDatabases(at: BlockContext): Finding[] {
  return databasesOf(at).own.map(({ database, size }) => ({
    code: 'database-deleted',
    severity: 'warning',
    message: `The database ${database} of ${size} goes with ${at.names.unit}, and all its data.`,
    fix: 'Take a backup first, if anybody may want the data.',
  }));
}

/** Files of others that name the address of one of the app's Services, or one of its files. */
function listReferrers(
  app: string,
  places: readonly BlockContext[],
  { tree, model }: OperationContext,
): Finding[] {
  const namespace = model.apps.find(({ name }) => name === app)?.namespace;
  const own = new Set(
    places.flatMap(({ profile, layout, names }) => [
      ...tree.listBelow(names.directory),
      ...blocksOf(profile, layout).map(({ file }) => expandNames(file, names)),
    ]),
  );
  const isShared = model.apps.some(
    other => other.name !== app && other.namespace === namespace,
  );
  const services = isShared
    ? places.map(({ names }) => `(?<![a-z0-9-])${names.app}(-[a-z0-9-]+)?`)
    : ['[a-z0-9-]'];
  const address =
    namespace && new RegExp(`(${services.join('|')})\\.${namespace}\\.svc\\b`);
  const waiting = model.units.filter(
    unit =>
      unit.app !== app &&
      unit.dependsOn.some(name => name.split('/').at(-1) === app),
  );
  const naming = address
    ? tree
        .listAll()
        .filter(file => !own.has(file) && /\.(ya?ml|json|tf)$/.test(file))
        .filter(file => address.test(tree.readText(file) ?? ''))
    : [];
  return [...waiting.map(({ source }) => source.file), ...naming].map(file => ({
    code: 'still-referenced',
    severity: 'warning',
    message: `${file} refers to ${app}, which will be gone.`,
    fix: 'Change that file too, or ask its owner whether it can do without.',
    file,
  }));
}

/** What Git does not hold, so that taking it out of Git does not take it away. */
function listSurvivors(
  app: string,
  places: readonly BlockContext[],
  { model }: OperationContext,
): Finding[] {
  const pulling = new Set(
    places.flatMap(({ profile }) => [...pullSecretKeys(profile)]),
  );
  // What operators keep there goes with the database it is for.
  const made = new Set(
    places.flatMap(({ profile, layout }) =>
      blockOptions(profile, layout, 'postgres-cluster').map(
        ({ credentials: { store } }) => `${store.kind}/${store.name}`,
      ),
    ),
  );
  // What Terraform writes for the app alone it takes away again.
  const provisioned = new Set(
    places.flatMap(at => [
      ...ownVaultPaths(at, model).map(({ key }) => key),
      ...loginClientKeysOf(app, at, model),
    ]),
  );
  const survivors = [
    ...places.flatMap(listShared),
    ...model.volumeClaims
      .filter(claim => claim.app === app)
      .map(({ name, storageClass }) => ({
        what: `the data of the volume ${name}`,
        then: `Storage class ${storageClass ?? 'by default'} says whether it is kept; delete what is left by hand.`,
      })),
    ...places.flatMap(ownDatabasesOf).map(database => ({
      what: `the database ${database} of the shared cluster, and its role`,
      then: 'Drop them by hand when nobody needs the data.',
    })),
    ...places
      .filter(at => ownDatabasesOf(at).length > 0)
      .flatMap(at =>
        roleKeysOf(at).map(key => ({
          what: `the secret ${key} of ${at.profile.secrets.store.kind}/${at.profile.secrets.store.name}`,
          then: 'Nobody else reads it; delete it from the store when the role is gone.',
        })),
      ),
    ...model.databases
      .filter(database => database.app === app && database.kind !== 'Pooler')
      .map(({ name }) => ({
        what: `backups of the database ${name}`,
        then: 'Delete them from the object store when nobody needs them.',
      })),
    ...model.externalSecrets
      .filter(secret => secret.app === app && !made.has(secret.store))
      .flatMap(({ store, keys }) => keys.map(({ key }) => ({ store, key })))
      .filter(
        ({ key }) =>
          !provisioned.has(key) &&
          !pulling.has(key) &&
          !model.externalSecrets.some(
            other =>
              other.app !== app &&
              other.keys.some(candidate => candidate.key === key),
          ),
      )
      .map(({ store, key }) => ({
        what: `the secret ${key} of ${store}`,
        then: 'Nobody else reads it; delete it from the store.',
      })),
  ];
  return [...new Map(survivors.map(item => [item.what, item])).values()].map(
    ({ what, then }) => ({
      code: 'survives',
      severity: 'info',
      message: `What stays when ${app} is gone: ${what}.`,
      fix: then,
    }),
  );
}

/** Keys of the secret store that Terraform fills for the app's login clients. */
function loginClientKeysOf(
  app: string,
  at: BlockContext,
  { loginClients }: RepositoryModel,
): string[] {
  const own = new Set(
    loginClients
      .filter(client => client.app === app)
      .map(({ clientId }) => clientId),
  );
  return blockOptions(at.profile, at.layout, 'terraform-keycloak-client')
    .flatMap(options => terraformKeycloakClient.find(at, options))
    .filter(({ clientId }) => own.has(clientId))
    .map(({ secretKey }) => secretKey);
}
