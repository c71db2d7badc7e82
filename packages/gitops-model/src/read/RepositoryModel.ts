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
  gateways: Gateway[];
  externalSecrets: ExternalSecret[];
  secretStores: SecretStore[];
  volumeClaims: VolumeClaim[];
  loginClients: LoginClient[];
  namespaces: Namespace[];
  findings: Finding[];
}

interface Found {
  cluster: string;
  source: SourceRef;
}

/** What the GitOps engine reconciles: an Argo CD Application on one cluster. */
export interface DeploymentUnit extends Found {
  engine: 'argocd' | 'flux';
  name: string;
  app: string;
  namespace?: string;
  project?: string;
  /** Directories of this repository it deploys. */
  paths: string[];
  /** Name of the profile's deployment pattern, such as `D`. */
  pattern?: string;
  charts: { chart: string; version: string; repository: string }[];
  images: string[];
  /** Reached from a root. */
  wired: boolean;
  /** False where its manifests cannot be evaluated; the finding says why. */
  buildable: boolean;
  /** Renders other units and no workload of its own. */
  orchestrator: boolean;
  syncWave?: number;
}

/** The user-facing thing one or more deployment units make up. */
export interface App extends Found {
  name: string;
  namespace?: string;
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
  parents: { name: string; namespace: string; section?: string }[];
  backends: { name: string; namespace?: string; port?: number }[];
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
  }[];
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

/** A login client, whichever way it is written. */
export interface LoginClient extends Found {
  /** Absent where no app could be told. */
  app?: string;
  clientId: string;
  realm?: string;
  redirectUris: string[];
}

export interface Namespace extends Found {
  name: string;
}
