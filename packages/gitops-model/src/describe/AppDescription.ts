/** What an app has now, in the words of the operations that change it. */
export interface AppDescription {
  app: string;
  /** Clusters it runs on. */
  clusters: string[];
  /** Name of the profile's layout it is written in, as far as can be told. */
  layout: string;
  category?: string;
  namespace?: string;
  owner?: string;
  system?: string;
  description?: string;
  workloads: WorkloadDescription[];
  routes: RouteDescription[];
  volumes: VolumeDescription[];
  charts: ChartDescription[];
}

export interface WorkloadDescription {
  name: string;
  kind: string;
  file: string;
  /** Absent where Git does not say it. */
  replicas?: number;
  autoscaling?: { min?: number; max?: number; cpuPercent?: number };
  containers: ContainerDescription[];
}

export interface ContainerDescription {
  name: string;
  image: string;
  resources: {
    cpuRequest?: string;
    memoryRequest?: string;
    cpuLimit?: string;
    memoryLimit?: string;
  };
  /** Without a value it is filled from elsewhere, or looks like a secret. */
  env: { name: string; value?: string }[];
}

export interface RouteDescription {
  host: string;
  paths: string[];
  /** Ports of the Services behind it. */
  ports: number[];
}

export interface VolumeDescription {
  /** Of the claim. */
  name: string;
  size?: string;
  storageClass?: string;
  /** Key of the profile's storage classes, where one has the class. */
  purpose?: string;
}

export interface ChartDescription {
  name: string;
  version: string;
  /** Empty where Git names none. */
  repository: string;
}
