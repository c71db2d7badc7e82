import { z } from 'zod';
import { name, path } from './profileTexts';

/** Argo CD makes the namespace that an app deploys into, where no file does. */
const createNamespace = z.boolean().default(false);

const argocdApplication = z.strictObject({
  block: z.literal('argocd-application'),
  file: path,
  namespace: name,
  project: name,
  targetRevision: z.string(),
  server: z.string(),
  createNamespace,
});

/** A release of a chart beside what lies in the app's own directory. */
const chartApplication = z.strictObject({
  block: z.literal('chart-application'),
  file: path,
  namespace: name,
  project: name,
  targetRevision: z.string(),
  server: z.string(),
  createNamespace,
  /** Values stand `inline` in the Application, or in this file. */
  values: z.union([z.literal('inline'), path]),
  /** Directory that is deployed beside the chart. */
  path,
  /** What of it is not, where it has no kustomization. */
  exclude: z.string().optional(),
});

/** The project that Argo CD holds apps to. */
const appProject = z.strictObject({
  block: z.literal('app-project'),
  /** Existing file of the AppProject. */
  file: path,
  project: name,
  server: z.string(),
});

/** Values of a release of the app's own chart. */
const helmValues = z.strictObject({
  block: z.literal('helm-values'),
  file: path,
  /** Keys that lead to them inside a document; none where the file is all values. */
  at: z.array(z.string()).default([]),
});

/** A chart in the repository whose dependency is the real one. */
const wrapperChart = z.strictObject({
  block: z.literal('wrapper-chart'),
  /** Chart.yaml. */
  file: path,
  /** Its values, under the name of the dependency. */
  valuesFile: path,
});

export const argocdBlockOptions = [
  argocdApplication,
  chartApplication,
  appProject,
  helmValues,
  wrapperChart,
] as const;
