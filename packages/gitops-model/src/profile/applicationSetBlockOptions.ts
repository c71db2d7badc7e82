import { z } from 'zod';
import { name, path } from './profileTexts';

/** Directories that an ApplicationSet makes Applications of; nothing is written to it. */
const applicationSetMember = z.strictObject({
  block: z.literal('application-set-member'),
  file: path,
});

/** The app's kustomization, which renders a Helm chart with the app's values. */
const helmCharts = z.strictObject({
  block: z.literal('helm-charts'),
  file: path,
  /** Repository and version are those of the other apps that render it. */
  chart: name,
  /** Beside the kustomization. */
  valuesFile: path,
});

/** What the portal must know of an app, as a Component beside its manifests. */
const catalogInfo = z.strictObject({
  block: z.literal('catalog-info'),
  file: path,
});

/** A PostgreSQL cluster per app, as a document of CloudNativePG in a file of all of them. */
const postgresCluster = z.strictObject({
  block: z.literal('postgres-cluster'),
  file: path,
  namespace: name,
  instances: z.number().int().min(1),
  /** Image of PostgreSQL. */
  image: z.string(),
  storageClass: name,
  maxSize: z.string(),
  /** What brings the credentials that the operator makes to the app. */
  credentials: z.strictObject({
    file: path,
    store: z.strictObject({
      kind: z.enum(['SecretStore', 'ClusterSecretStore']),
      name,
    }),
  }),
});

/** A link on Homepage, in a text that a ConfigMap holds or in a list of a file. */
const homepageEntry = z.strictObject({
  block: z.literal('homepage-entry'),
  file: path,
  /** Key of the ConfigMap, such as `services.yaml`. */
  key: z.string().optional(),
  /** Without a key: what leads to the list, such as the values of a chart. */
  at: z.array(z.string()).default([]),
});

export const applicationSetBlockOptions = [
  applicationSetMember,
  helmCharts,
  catalogInfo,
  postgresCluster,
  homepageEntry,
] as const;
