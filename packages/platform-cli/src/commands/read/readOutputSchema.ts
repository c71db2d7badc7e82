import { findingCodes } from '@internal/gitops-model';
import { z } from 'zod';

const found = {
  cluster: z.string(),
  file: z.string().describe('Path in the repository.'),
  line: z.number().int().min(1),
};
const deployed = {
  ...found,
  unit: z.string().describe('Name of the deployment unit.'),
  app: z.string(),
};
const named = {
  name: z.string(),
  namespace: z.string().optional(),
};
const texts = z.array(z.string());
const labels = z.record(z.string(), z.string());
const gatewayRef = z.object({
  name: z.string(),
  namespace: z.string(),
  section: z.string().optional(),
});

const unit = z.object({
  ...found,
  ...named,
  engine: z.enum(['argocd', 'flux']),
  objectNamespace: z.string().optional(),
  app: z.string(),
  project: z.string().optional(),
  paths: texts,
  pattern: z.string().optional(),
  charts: z.array(
    z.object({
      chart: z.string(),
      version: z.string(),
      repository: z.string(),
      release: z.string().optional(),
      namespace: z.string().optional(),
    }),
  ),
  images: texts,
  wired: z.boolean().describe('Reached from a root.'),
  buildable: z.boolean().describe('False where a finding says why not.'),
  orchestrator: z.boolean().describe('Renders other units and no workload.'),
  syncWave: z.number().int().optional(),
  parent: z.string().optional(),
  generatedBy: z.string().optional(),
  dependsOn: texts,
  healthChecks: z.array(
    z.object({
      kind: z.string(),
      name: z.string(),
      namespace: z.string().optional(),
    }),
  ),
  suspended: z.boolean(),
  labels,
});

const app = z.object({
  ...found,
  ...named,
  category: z.string().optional(),
  units: texts,
  owner: z.string().optional(),
  ownerReason: z.string(),
  system: z.string().optional(),
  description: z.string().optional(),
  template: z.string().optional(),
});

const route = z.object({
  ...deployed,
  name: z.string().optional(),
  namespace: z.string().optional(),
  kind: z.string(),
  hostnames: texts,
  paths: texts,
  parents: z.array(gatewayRef),
  backends: z.array(z.object({ ...named, port: z.number().int().optional() })),
});

const host = z.object({
  ...found,
  host: z.string(),
  apps: texts,
  gateways: z.array(gatewayRef),
});

const gateway = z.object({
  ...found,
  unit: z.string(),
  name: z.string(),
  namespace: z.string(),
  listeners: z.array(
    z.object({
      name: z.string(),
      protocol: z.string(),
      port: z.number().int(),
      hostname: z.string().optional(),
    }),
  ),
});

const externalSecret = z.object({
  ...deployed,
  ...named,
  store: z.string(),
  target: z.string(),
  keys: z
    .array(
      z.object({
        key: z.string(),
        property: z.string().optional(),
        secretKey: z.string().optional(),
      }),
    )
    .describe('Names only, never values.'),
});

const secretStore = z.object({
  ...found,
  ...named,
  unit: z.string(),
  kind: z.enum(['SecretStore', 'ClusterSecretStore']),
  provider: z.string(),
});

const volumeClaim = z.object({
  ...deployed,
  ...named,
  storageClass: z.string().optional(),
  size: z.string().optional(),
});

const database = z.object({
  ...deployed,
  ...named,
  kind: z.enum(['Cluster', 'Database', 'Pooler']),
  postgresCluster: z.string().optional(),
  instances: z.number().optional(),
  storageClass: z.string().optional(),
  size: z.string().optional(),
});

const loginClient = z.object({
  ...found,
  form: z.enum(['terraform', 'json', 'realm-import', 'custom-resource']),
  app: z.string().optional(),
  clientId: z.string(),
  realm: z.string().optional(),
  redirectUris: texts,
  wired: z.boolean(),
});

const dashboardEntry = z.object({
  ...found,
  title: z.string(),
  group: z.string().optional(),
  href: z.string(),
  app: z.string().optional(),
});

const node = z.object({
  ...found,
  name: z.string(),
  hostname: z.string().optional(),
  address: z.string().optional(),
  role: z.enum(['controlplane', 'worker']).optional(),
  installImage: z.string().optional(),
  installDisk: z.string().optional(),
  installDiskSelector: z.string().optional(),
  addresses: texts,
  virtualIp: z.string().optional(),
  taints: texts,
  labels,
});

const namespace = z.object({ ...found, name: z.string() });

const finding = z.object({
  code: z.enum(findingCodes),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  fix: z.string().optional(),
  cluster: z.string().optional(),
  app: z.string().optional(),
  file: z.string().optional(),
  line: z.number().int().min(1).optional(),
});

/** What `platform read --format json` prints; `docs/platform-read.schema.json` is made of it. */
export const readOutputSchema = z.object({
  commit: z.string().regex(/^[0-9a-f]{40,64}$/),
  clusters: texts,
  assumed: texts.describe('What no profile said, a sentence each.'),
  units: z.array(unit),
  apps: z.array(app),
  routes: z.array(route),
  hosts: z.array(host),
  gateways: z.array(gateway),
  externalSecrets: z.array(externalSecret),
  secretStores: z.array(secretStore),
  volumeClaims: z.array(volumeClaim),
  databases: z.array(database),
  loginClients: z.array(loginClient),
  dashboardEntries: z.array(dashboardEntry),
  nodes: z.array(node),
  namespaces: z.array(namespace),
  findings: z.array(finding),
});

export type ReadOutput = z.output<typeof readOutputSchema>;
