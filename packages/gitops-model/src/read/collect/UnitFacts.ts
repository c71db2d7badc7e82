import type {
  App,
  DashboardEntry,
  Database,
  DeploymentUnit,
  ExternalSecret,
  Gateway,
  LoginClient,
  Namespace,
  Route,
  SecretStore,
  VolumeClaim,
} from '../RepositoryModel';

/** What is found in one wired unit, before units are put side by side. */
export interface UnitFacts {
  unit: DeploymentUnit;
  /** What the unit says of its app; absent where it is part of none. */
  app?: App;
  routes: Route[];
  gateways: Gateway[];
  externalSecrets: ExternalSecret[];
  secretStores: SecretStore[];
  volumeClaims: VolumeClaim[];
  databases: Database[];
  namespaces: Namespace[];
  dashboardLinks: Omit<DashboardEntry, 'app'>[];
  /** With the unit's app, where no other is told by their hosts. */
  loginClients: LoginClient[];
  namespaceUse: NamespaceUse;
}

/** Namespaces that a unit has to do with besides the Namespaces it deploys. */
export interface NamespaceUse {
  cluster: string;
  app: string;
  unit: string;
  source: DeploymentUnit['source'];
  /** It deploys into them. */
  used: string[];
  /** Its engine or its releases make them. */
  created: string[];
}
