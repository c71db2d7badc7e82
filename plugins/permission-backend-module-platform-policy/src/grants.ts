/**
 * Who holds a permission:
 * - `signed-in`: everybody who signed in
 * - `platform-team`: members of a platform's team
 * - `own-tasks`: everybody, for the tasks they started themselves
 * - `platform-actions`: everybody, for the template actions of this portal
 * - `nobody`: no person at all
 *
 * Plugins that ask for themselves, not on behalf of a person, are not subject
 * to this table.
 */
export type Grant =
  'signed-in' | 'platform-team' | 'own-tasks' | 'platform-actions' | 'nobody';

/** Every permission of the installed plugins; what is missing here is denied. */
export const grants: Readonly<Record<string, Grant>> = {
  'catalog.entity.read': 'signed-in',
  'catalog.entity.create': 'platform-team',
  'catalog.entity.delete': 'platform-team',
  'catalog.entity.refresh': 'platform-team',
  'catalog.entity.validate': 'platform-team',
  'catalog.location.read': 'platform-team',
  'catalog.location.create': 'platform-team',
  'catalog.location.analyze': 'platform-team',
  'catalog.location.delete': 'platform-team',
  'catalog.ingestion.read': 'platform-team',
  'catalog.ingestion.manage': 'platform-team',

  'ceph.storage.read': 'signed-in',

  // Owner groups and requesters are checked by the plugin besides.
  'change-request.read': 'signed-in',
  'change-request.create': 'signed-in',
  'change-request.retry': 'signed-in',

  'delivery.read': 'signed-in',

  'kubernetes.clusters.read': 'signed-in',
  'kubernetes.resources.read': 'signed-in',
  // The proxy would pass any request on with the portal's own service account.
  'kubernetes.proxy': 'nobody',

  'platforms.platform.read': 'signed-in',

  'scaffolder.template.parameter.read': 'signed-in',
  'scaffolder.template.step.read': 'signed-in',
  'scaffolder.template.dry-run': 'signed-in',
  // Lets its holder run templates that no review has seen.
  'scaffolder.template.management': 'nobody',
  'scaffolder.action.execute': 'platform-actions',
  'scaffolder.task.create': 'signed-in',
  'scaffolder.task.read': 'own-tasks',
  'scaffolder.task.cancel': 'own-tasks',

  'talos-nodes.node.read': 'signed-in',
};

/**
 * The template actions that may run. `dry-run:extract` is the scaffolder's own
 * last step of every dry run; it only reads the run's empty workspace.
 */
export const allowedActions = [
  'platform:app:create',
  'platform:httproute:create',
  'platform:externalsecret:create',
  'platform:keycloak-client:create',
  'platform:operation:describe',
  'platform:change-request:open',
  'dry-run:extract',
];
