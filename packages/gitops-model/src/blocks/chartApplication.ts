import { z } from 'zod';
import type { YamlValue } from '../edit/yaml/YamlValue';
import type { ChartValues } from '../operation/chartValues';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import { type AppFacts, factsOf, toAnnotations } from './appFacts';
import type { Block, BlockContext } from './Block';
import { fileFinding } from './fileFinding';
import { syncPolicyOf } from './syncPolicyOf';

/** A release of a chart, with what the portal must know of the app. */
export type ReleaseValue = {
  facts: AppFacts;
  chart: { name: string; repository: string; version: string };
  /** Where they stand in the Application itself. */
  values?: ChartValues;
};

type Options = BlockOptions<'chart-application'>;

const chartSchema = z.object({
  repoURL: z.string(),
  chart: z.string(),
  targetRevision: z.coerce.string(),
  helm: z
    .object({
      valueFiles: z.array(z.string()).optional(),
      valuesObject: z.record(z.string(), z.json()).optional(),
    })
    .optional(),
});
const applicationSchema = z.object({
  kind: z.literal('Application'),
  metadata: z.object({
    name: z.string(),
    annotations: z.record(z.string(), z.string()).default({}),
  }),
  spec: z.object({
    sources: z.tuple([chartSchema]).rest(z.object({ repoURL: z.string() })),
  }),
});

/** An Argo CD Application of a chart beside what lies in the app's own directory. */
export const chartApplication: Block<'chart-application', ReleaseValue> = {
  write(context, options, { facts, chart, values }) {
    const { tree, app, names } = context;
    const file = expandNames(options.file, names);
    const outcome = tree.createYaml(file, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name: app,
        namespace: options.namespace,
        annotations: toAnnotations(facts),
        finalizers: ['resources-finalizer.argocd.argoproj.io'],
      },
      spec: {
        project: options.project,
        sources: [
          {
            repoURL: sourceUrl(chart.repository),
            chart: chart.name,
            targetRevision: chart.version,
            ...helmOf(context, options, values),
          },
          ...ownSources(context, options),
        ],
        destination: { server: options.server, namespace: names.namespace },
        syncPolicy: syncPolicyOf(options),
      },
    });
    return fileFinding(file, outcome);
  },

  find({ tree, app, names }, options) {
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap((document): ReleaseValue[] => {
        const { data } = applicationSchema.safeParse(document);
        const facts = data && factsOf(data.metadata.annotations);
        if (data?.metadata.name !== app || !facts) return [];
        const [source] = data.spec.sources;
        return [
          {
            facts,
            chart: {
              name: source.chart,
              repository: repositoryOf(source.repoURL),
              version: source.targetRevision,
            },
            ...(options.values === 'inline'
              ? { values: source.helm?.valuesObject ?? {} }
              : {}),
          },
        ];
      });
  },

  claims: (_value, { app }) => [{ kind: 'app', app }],
};

/** Argo CD names a registry without `oci://`. */
export function sourceUrl(repository: string): string {
  return repository.replace(/^oci:\/\//, '').replace(/\/$/, '');
}

function repositoryOf(url: string): string {
  return url.includes('://') ? url : `oci://${url}`;
}

function helmOf(
  { names }: BlockContext,
  { values: form }: Options,
  values: ChartValues = {},
): { helm?: YamlValue } {
  if (form !== 'inline') {
    return { helm: { valueFiles: [`$values/${expandNames(form, names)}`] } };
  }
  return Object.keys(values).length > 0
    ? { helm: { valuesObject: values } }
    : {};
}

function ownSources(
  { profile, names }: BlockContext,
  { values, targetRevision, path, exclude }: Options,
): YamlValue[] {
  const own = { repoURL: profile.repositoryUrls[0], targetRevision };
  return [
    ...(values === 'inline' ? [] : [{ ...own, ref: 'values' }]),
    {
      ...own,
      path: expandNames(path, names),
      ...(exclude === undefined
        ? {}
        : { directory: { recurse: true, exclude } }),
    },
  ];
}
