import type { Change } from '../checks/crossFile/Change';
import type { DeploymentUnit, RepositoryModel } from '../read/RepositoryModel';
import { createSnapshot } from '../snapshot/createSnapshot';
import { profile } from './readFixture';

const atlas = 'group:default/atlas';
const borealis = 'group:default/borealis';

/** Where a thing of an app stands, on the first cluster. */
export const of = (app: string, file = `${app}.yaml`) => ({
  cluster: 'one',
  source: { file, line: 1 },
  app,
  unit: app,
});

/** The one deployment unit of an app. */
export const unitOf = (
  app: string,
  change: Partial<DeploymentUnit> = {},
): DeploymentUnit => ({
  engine: 'argocd',
  ...of(app),
  name: app,
  namespace: app,
  paths: [`apps/${app}`],
  charts: [],
  images: [],
  wired: true,
  buildable: true,
  orchestrator: false,
  dependsOn: [],
  healthChecks: [],
  suspended: false,
  labels: {},
  ...change,
});

/** A model that holds this, and apps of two teams and of none. */
export const modelOf = (
  parts: Partial<RepositoryModel> = {},
): RepositoryModel => ({
  commit: '0'.repeat(40),
  clusters: ['one', 'two'],
  units: [],
  apps: [
    ['notes', atlas],
    ['notes-web', atlas],
    ['tides', borealis],
    ['stray', undefined],
    ['waif', undefined],
  ].map(([name = '', owner]) => ({
    ...of(name),
    name,
    owner,
    units: [name],
    ownerReason: 'said so',
  })),
  routes: [],
  hosts: [],
  gateways: [],
  externalSecrets: [],
  secretStores: [],
  volumeClaims: [],
  databases: [],
  loginClients: [],
  dashboardEntries: [],
  nodes: [],
  namespaces: [],
  findings: [],
  ...parts,
});

/** A branch that makes one model the other, and what the base became meanwhile. */
export function changeOf(
  before: Partial<RepositoryModel>,
  after: Partial<RepositoryModel>,
  meanwhile = before,
): Change {
  const snapshot = createSnapshot({ commit: '0'.repeat(40), files: {} });
  return {
    fork: { snapshot, model: modelOf(before) },
    base: { snapshot, model: modelOf(meanwhile) },
    head: { snapshot, model: modelOf(after) },
    edits: [],
    profile,
  };
}
