import type { Finding } from '../finding/Finding';

/** Where in the repository something is written. */
export interface SourceRef {
  file: string;
  /** 1-based. */
  line: number;
}

/** Everything found in one commit by one profile. */
export interface RepositoryModel {
  commit: string;
  clusters: string[];
  units: DeploymentUnit[];
  apps: App[];
  routes: Route[];
  hosts: Host[];
  gateways: Gateway[];
  externalSecrets: ExternalSecret[];
  secretStores: SecretStore[];
  volumeClaims: VolumeClaim[];
  databases: Database[];
  loginClients: LoginClient[];
  dashboardEntries: DashboardEntry[];
  nodes: Node[];
  namespaces: Namespace[];
  findings: Finding[];
}

interface Found {
  cluster: string;
  source: SourceRef;
}

/** What the GitOps engine reconciles: an Argo CD Application or a Flux Kustomization, on one cluster. */
export interface DeploymentUnit extends Found {
  engine: 'argocd' | 'flux';
  /** Of the object itself, unique on its cluster together with `objectNamespace`. */
  name: string;
  /** Namespace the Application or Kustomization object lies in, where Git says it. */
  objectNamespace?: string;
  app: string;
  /** Namespace it deploys into. */
  namespace?: string;
  project?: string;
  /** Directories of this repository it deploys. */
  paths: string[];
  /** Name of the profile's deployment pattern, such as `D`. */
  pattern?: string;
  charts: Chart[];
  images: string[];
  /** Reached from a root. */
  wired: boolean;
  /** False where its manifests cannot be evaluated; the finding says why. */
  buildable: boolean;
  /** Renders other units and no workload of its own. */
  orchestrator: boolean;
  syncWave?: number;
  /** Name of the unit that deploys it; absent for those at a root. */
  parent?: string;
  /** Name of the ApplicationSet it comes from. */
  generatedBy?: string;
  /** Names of the units it waits for, each `namespace/name`. */
  dependsOn: string[];
  /** Objects that must be ready before it counts as applied, of those it names itself. */
  healthChecks: { kind: string; name: string; namespace?: string }[];
  /** Switched off in Git. */
  suspended: boolean;
  labels: Record<string, string>;
}

/** A Helm release of a unit, as far as Git says. */
export interface Chart {
  chart: string;
  /** Empty where Git names none, as for a chart in this repository. */
  version: string;
  /** URL, with `oci://` where it is one; empty where it is not known. */
  repository: string;
  /** Name of the HelmRelease, or of the release where no object stands for it. */
  release?: string;
  /** Name Helm gives the release, where that is another. */
  instance?: string;
  namespace?: string;
}

/** The user-facing thing one or more deployment units make up. */
export interface App extends Found {
  name: string;
  namespace?: string;
  /** From the profile's category label, such as `media`. */
  category?: string;
  units: string[];
  /** Entity ref, such as `group:default/atlas`. */
  owner?: string;
  /** Why this owner: the rule of the profile that said so. */
  ownerReason: string;
  system?: string;
  description?: string;
  /** Where the portal wrote it: template name and version. */
  template?: string;
}

export interface Route extends Found {
  unit: string;
  app: string;
  /** Absent where a chart makes the route from values. */
  name?: string;
  namespace?: string;
  kind: string;
  hostnames: string[];
  /** Path prefixes and exact paths; `/` where the route names none. */
  paths: string[];
  /** The gateways it is bound to. */
  parents: { name: string; namespace: string; section?: string }[];
  backends: { name: string; namespace?: string; port?: number }[];
  /**
   * Only redirects, or tells requests apart by more than host and path: another
   * route may serve the same host and path.
   */
  sharesHost?: boolean;
}

/** A host that routes of one cluster serve. */
export interface Host extends Found {
  host: string;
  /** Those whose routes serve it, each once. */
  apps: string[];
  gateways: { name: string; namespace: string; section?: string }[];
}

export interface Gateway extends Found {
  unit: string;
  name: string;
  namespace: string;
  listeners: {
    name: string;
    protocol: string;
    port: number;
    /** Absent: every host. */
    hostname?: string;
    allowedRoutes?: AllowedRoutes;
  }[];
}

/** Which routes a listener takes besides those its host and protocol rule out. */
export interface AllowedRoutes {
  /** Namespaces the routes may lie in. */
  from: 'All' | 'Same' | 'Selector' | 'None';
  /** Labels a namespace must carry; absent where the selector is more than labels. */
  namespaceLabels?: Record<string, string>;
  /** Kinds of routes; absent: those of the protocol. */
  kinds?: string[];
}

export interface ExternalSecret extends Found {
  unit: string;
  app: string;
  name: string;
  namespace?: string;
  /** `ClusterSecretStore/vault-backend`. */
  store: string;
  target: string;
  /** Never a value. */
  keys: { key: string; property?: string; secretKey?: string }[];
}

export interface SecretStore extends Found {
  unit: string;
  kind: 'SecretStore' | 'ClusterSecretStore';
  name: string;
  namespace?: string;
  provider: string;
}

export interface VolumeClaim extends Found {
  unit: string;
  app: string;
  name: string;
  namespace?: string;
  storageClass?: string;
  size?: string;
}

/** What CloudNativePG is asked for. */
export interface Database extends Found {
  kind: 'Cluster' | 'Database' | 'Pooler';
  unit: string;
  app: string;
  name: string;
  namespace?: string;
  /** Name of the Cluster a Database or Pooler belongs to. */
  postgresCluster?: string;
  instances?: number;
  storageClass?: string;
  size?: string;
}

/** A login client, whichever way it is written. */
export interface LoginClient extends Found {
  form: 'terraform' | 'json' | 'realm-import' | 'custom-resource';
  /** Absent where no app could be told. */
  app?: string;
  clientId: string;
  realm?: string;
  redirectUris: string[];
  /** False where its file is in no deployed unit, though it would have to be. */
  wired: boolean;
}

/** A link on the cluster's dashboard (Homepage). */
export interface DashboardEntry extends Found {
  title: string;
  group?: string;
  href: string;
  /** Of the app whose host it opens. */
  app?: string;
}

/** What Git says of a Talos machine; what it does not say is absent. */
export interface Node extends Found {
  /** Host name; else the address, else the name of its file. */
  name: string;
  hostname?: string;
  address?: string;
  role?: 'controlplane' | 'worker';
  installImage?: string;
  installDisk?: string;
  /** As text, such as `model: Samsung SSD 860`. */
  installDiskSelector?: string;
  /** With prefix length, as written. */
  addresses: string[];
  virtualIp?: string;
  taints: string[];
  labels: Record<string, string>;
}

export interface Namespace extends Found {
  name: string;
  labels?: Record<string, string>;
}
