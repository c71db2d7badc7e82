import { z } from 'zod';
import { duration, labels, name, path } from './profileTexts';

/** A Kustomization of Flux that deploys the app's directory. */
const fluxKustomization = z.strictObject({
  block: z.literal('flux-kustomization'),
  file: path,
  /** What it deploys. */
  path,
  namespace: name,
  /** Name of the GitRepository. */
  source: name,
  /** Values may hold placeholders. */
  labels: labels.default({}),
  interval: duration,
  timeout: duration,
  /** Names of the Kustomizations that must be ready before. */
  dependsOn: z.array(name).default([]),
  /** ConfigMap whose keys Flux puts in the place of variables. */
  variables: name.optional(),
});

/** The keys of a cluster that stand for variables in manifests, in the ConfigMap that is written there. */
const clusterSettings = z.strictObject({
  block: z.literal('cluster-settings'),
  file: path,
});

/** Where the chart of an app's release comes from, as an artifact of an OCI registry. */
const ociRepository = z.strictObject({
  block: z.literal('oci-repository'),
  file: path,
  interval: duration,
  /** The chart of every app of the layout; without it the one a request names. */
  chart: z
    .strictObject({ url: z.string().startsWith('oci://'), tag: z.string() })
    .optional(),
});

/** Where it comes from instead, if a request names a repository that is no OCI registry. */
const helmRepository = z.strictObject({
  block: z.literal('helm-repository'),
  file: path,
  interval: duration,
});

/** What Flux installs of that chart; values are written by blocks of their own. */
const helmRelease = z.strictObject({
  block: z.literal('helm-release'),
  file: path,
  interval: duration,
});

/** Who may reach the app's pods: those of its namespace, and the gateways of the profile. */
const networkPolicy = z.strictObject({
  block: z.literal('network-policy'),
  file: path,
  /** `kubernetes` knows gateways by their namespace, `cilium` as its own ingress. */
  form: z.enum(['kubernetes', 'cilium']),
});

/** A login client in the import of a realm. */
const realmImportClient = z.strictObject({
  block: z.literal('realm-import-client'),
  /** Existing file of the import. */
  file: path,
  realm: name,
});

export const fluxBlockOptions = [
  fluxKustomization,
  clusterSettings,
  ociRepository,
  helmRepository,
  helmRelease,
  networkPolicy,
  realmImportClient,
] as const;
