import { z } from 'zod';
import { chartValuesSchema } from './chartValues';

/**
 * What a user asks for, as plain JSON. The schemas bound type and size only;
 * what a name, host or image may be is said by the checks, as findings.
 */
const short = z.string().max(253);
const text = z.string().max(2000);

const createApp = z.object({
  type: z.literal('create-app'),
  app: short,
  /** Entity ref of the owning group, such as `group:default/atlas`. */
  owner: short,
  description: text.optional(),
  /** Catalog system the app belongs to; without it the app's own name. */
  system: short.optional(),
  /** Name of a layout of the profile; without it the first that runs an image. */
  layout: short.optional(),
  /** Where the profile has categories. */
  category: short.optional(),
  /** Clusters of the platform to run on; without it the first. */
  clusters: z.array(short).max(20).optional(),
  /** Image with tag or digest. */
  image: z.string().max(512),
  /** Container port, 1 to 65535. */
  port: z.number().int(),
  replicas: z.number().int(),
  /** Kubernetes quantities. The limit for CPU is optional on purpose. */
  resources: z.object({
    cpuRequest: short,
    memoryRequest: short,
    cpuLimit: short.optional(),
    memoryLimit: short,
  }),
  /** Plain environment variables; secrets go through `add-secret`. */
  env: z
    .array(z.object({ name: short, value: text }))
    .max(100)
    .default([]),
  storage: z
    .array(
      z.object({
        name: short,
        mountPath: z.string().max(512),
        /** Kubernetes quantity such as `10Gi`. */
        size: short,
        /** Key of the profile's storage classes, such as `replicated`. */
        purpose: short,
      }),
    )
    .max(10)
    .default([]),
});

const createChartApp = z.object({
  type: z.literal('create-chart-app'),
  app: short,
  /** Entity ref of the owning group, such as `group:default/atlas`. */
  owner: short,
  description: text.optional(),
  /** Catalog system the app belongs to; without it the app's own name. */
  system: short.optional(),
  /** Name of a layout of the profile; without it the first that runs a chart. */
  layout: short.optional(),
  /** Where the profile has categories. */
  category: short.optional(),
  /** Clusters of the platform to run on; without it the first. */
  clusters: z.array(short).max(20).optional(),
  chart: z.object({
    name: short,
    /** `https://…` of a chart repository, or `oci://…` of the directory the chart lies in. */
    repository: z.string().max(512),
    /** One exact version, such as `4.6.2`. */
    version: short,
  }),
  /** The chart's values. Secrets go through `add-secret`. */
  values: chartValuesSchema.default({}),
});

const addRoute = z.object({
  type: z.literal('add-route'),
  app: short,
  host: short,
  /** Path prefix, `/` for all. */
  path: z.string().max(512).default('/'),
  /** Service port; without it the app's only port. */
  port: z.number().int().optional(),
  /** Name of the Service, where a chart makes it and Git does not tell. */
  service: short.optional(),
  /** One of the profile's ways to expose the domain; without it the usual one. */
  exposure: short.optional(),
});

const addSecret = z.object({
  type: z.literal('add-secret'),
  app: short,
  /** Existing keys of the secret store → environment variables. */
  entries: z
    .array(
      z.object({
        env: short,
        /** Path in the store, without the mount. */
        key: z.string().max(512),
        property: short.optional(),
      }),
    )
    .min(1)
    .max(50),
});

const addDatabase = z.object({
  type: z.literal('add-database'),
  app: short,
  /** Name of the database; without it the app's. */
  name: short.optional(),
  /** Kubernetes quantity such as `1Gi`. */
  size: short,
  /** Variable that holds its address with user and password; without it `DATABASE_URL`. */
  env: short.optional(),
});

/** A link on the dashboard of the platform. */
const addDashboardEntry = z.object({
  type: z.literal('add-dashboard-entry'),
  app: short,
  title: z.string().max(80),
  /** Heading it stands under: one that is there, or a new one. */
  group: z.string().max(80),
  /** A host of the app. */
  host: short,
  /** As the dashboard names it, such as `notes.svg`. */
  icon: short.optional(),
  description: z.string().max(200).optional(),
});

const addOidcClient = z.object({
  type: z.literal('add-oidc-client'),
  app: short,
  /** Without it the app's name. */
  clientId: short.optional(),
  /** Host the callback lies on; it must be a host of the app. */
  host: short,
  /** Such as `/oauth2/callback`. */
  callbackPath: z.string().max(512),
});

/** `workload` and `container` may be left out where the app has one, or one of its own name. */
const setImage = z.object({
  type: z.literal('set-image'),
  app: short,
  workload: short.optional(),
  container: short.optional(),
  /** Image with tag or digest. */
  image: z.string().max(512),
});

const setReplicas = z.object({
  type: z.literal('set-replicas'),
  app: short,
  workload: short.optional(),
  replicas: z.number().int(),
});

/** Quantities that are given are set; the others stay as they are. */
const setResources = z.object({
  type: z.literal('set-resources'),
  app: short,
  workload: short.optional(),
  container: short.optional(),
  /** Kubernetes quantities, such as `250m`. */
  cpuRequest: short.optional(),
  /** Kubernetes quantities, such as `512Mi`. */
  memoryRequest: short.optional(),
  cpuLimit: short.optional(),
  memoryLimit: short.optional(),
});

/** A plain environment variable; secrets go through `add-secret`. */
const setEnv = z.object({
  type: z.literal('set-env'),
  app: short,
  workload: short.optional(),
  container: short.optional(),
  name: short,
  /** `null` takes the variable out. */
  value: text.nullable(),
});

const setChartVersion = z.object({
  type: z.literal('set-chart-version'),
  app: short,
  /** Name of the chart; it may be left out where the app has one. */
  chart: short.optional(),
  /** One exact version, such as `4.6.2`. */
  version: short,
});

/** Another host for a route that is there; its paths and backends stay. */
const changeRoute = z.object({
  type: z.literal('change-route'),
  app: short,
  host: short,
  newHost: short,
});

/** The requester must be allowed to act for the owner before and behind. */
const setOwner = z.object({
  type: z.literal('set-owner'),
  app: short,
  /** Entity ref of the owning group, such as `group:default/atlas`. */
  owner: short,
});

const addVolume = z.object({
  type: z.literal('add-volume'),
  app: short,
  workload: short.optional(),
  container: short.optional(),
  name: short,
  mountPath: z.string().max(512),
  /** Kubernetes quantity such as `10Gi`. */
  size: short,
  /** Key of the profile's storage classes, such as `replicated`. */
  purpose: short,
});

/** From then on the number of pods follows their load, and Git no longer says it. */
const setAutoscaling = z.object({
  type: z.literal('set-autoscaling'),
  app: short,
  workload: short.optional(),
  min: z.number().int(),
  max: z.number().int(),
  /** Mean load that pods are added or taken away to keep, in percent of the CPU request. */
  cpuPercent: z.number().int(),
});

const retireApp = z.object({
  type: z.literal('retire-app'),
  app: short,
  /** The app's name once more, as the requester typed it. */
  confirmation: short,
});

export const operationSchema = z.discriminatedUnion('type', [
  createApp,
  createChartApp,
  addRoute,
  addSecret,
  addDatabase,
  addDashboardEntry,
  addOidcClient,
  setImage,
  setReplicas,
  setResources,
  setEnv,
  setChartVersion,
  changeRoute,
  setOwner,
  addVolume,
  setAutoscaling,
  retireApp,
]);

export type Operation = z.infer<typeof operationSchema>;
export type OperationOf<T extends Operation['type']> = Extract<
  Operation,
  { type: T }
>;

/** A change request holds at least one and at most 50 operations. */
export const operationsSchema = z.array(operationSchema).min(1).max(50);
