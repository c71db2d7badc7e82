import { z } from 'zod';
import { labels, list, name, path } from './profileTexts';

/** One line in a list outside the app's directory, such as an app-of-apps. */
const kustomizationLine = z.strictObject({
  block: z.literal('kustomization-line'),
  file: path,
  line: path,
  /** Into its place, where the list is sorted; otherwise at the end. */
  sorted: z.boolean().default(true),
});

const appKustomization = z.strictObject({
  block: z.literal('app-kustomization'),
  file: path,
  /** Whether it puts everything it lists into the app's namespace. */
  setsNamespace: z.boolean().default(true),
});

const namespace = z.strictObject({
  block: z.literal('namespace'),
  /** The app's own, or an existing one that holds those of others too. */
  file: path,
  list,
  labels: labels.default({}),
});

const deployment = z.strictObject({
  block: z.literal('deployment'),
  file: path,
});

const service = z.strictObject({
  block: z.literal('service'),
  file: path,
});

const persistentVolumeClaim = z.strictObject({
  block: z.literal('persistent-volume-claim'),
  /** `{name}` is the volume's name. */
  file: path,
});

const horizontalPodAutoscaler = z.strictObject({
  block: z.literal('horizontal-pod-autoscaler'),
  /** `{name}` is the workload's name. */
  file: path,
});

const httpRoute = z.strictObject({
  block: z.literal('http-route'),
  /** The app's first host. */
  file: path,
  /** Every other host; `{host}` is the host with `-` for `.`, and a number where the app has a route of that name. */
  furtherFile: path,
  list,
  /** Where routes lie, if not in the namespaces of their apps. */
  namespace: name.optional(),
});

const externalSecret = z.strictObject({
  block: z.literal('external-secret'),
  /** Keys that the app asks for. */
  file: path,
  /** What its login client needs; without it in the same file. */
  loginFile: path.optional(),
  /** Name of the Secret that the app's keys end up in. */
  name: z.string().default('{app}-secrets'),
  refreshInterval: z.string(),
});

export const manifestBlockOptions = [
  kustomizationLine,
  appKustomization,
  namespace,
  deployment,
  service,
  persistentVolumeClaim,
  horizontalPodAutoscaler,
  httpRoute,
  externalSecret,
] as const;
