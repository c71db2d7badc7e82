import type {
  App,
  Database,
  DeploymentUnit,
  ExternalSecret,
  Finding,
  Host,
  LoginClient,
  Route,
  VolumeClaim,
} from '@internal/gitops-model';
import type { CatalogInfo } from './CatalogInfo';

/** An app with its entity's name, what belongs to it, and who owns it. */
export interface DescribedApp {
  app: App;
  /** Name of its Component. */
  name: string;
  title?: string;
  owner: string;
  ownerReason: string;
  system?: string;
  info: CatalogInfo;
  units: DeploymentUnit[];
  routes: Route[];
  hosts: Host[];
  externalSecrets: ExternalSecret[];
  volumeClaims: VolumeClaim[];
  databases: Database[];
  loginClients: LoginClient[];
  findings: Finding[];
}
