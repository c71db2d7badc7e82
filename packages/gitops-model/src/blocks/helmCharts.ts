import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import type { Block, BlockContext } from './Block';
import { fileFinding } from './fileFinding';

const kustomizationSchema = z.object({
  helmCharts: z.array(
    z.object({
      name: z.string(),
      repo: z.string(),
      version: z.coerce.string(),
      releaseName: z.string().optional(),
    }),
  ),
});

/** The app's kustomization with the release of the chart it runs, as its siblings pin it. */
export const helmCharts: Block<'helm-charts', 'rendered'> = {
  write(context, options) {
    const { tree, app, names } = context;
    const file = expandNames(options.file, names);
    const chart = siblingChart(context, options);
    if (!chart) {
      return fileFinding(file, {
        ok: false,
        reason: `no other app tells which version of the chart ${options.chart} to take`,
      });
    }
    const outcome = tree.createYaml(file, {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namespace: names.namespace,
      helmCharts: [
        {
          name: options.chart,
          ...chart,
          releaseName: app,
          namespace: names.namespace,
          valuesFile: options.valuesFile,
        },
      ],
    });
    return fileFinding(file, outcome);
  },

  find(context, options) {
    return chartsIn(context, expandNames(options.file, context.names))
      .filter(
        ({ name, releaseName }) =>
          name === options.chart && releaseName === context.app,
      )
      .map(() => 'rendered');
  },

  claims: () => [],
};

function chartsIn({ tree }: Pick<BlockContext, 'tree'>, file: string) {
  return tree
    .readYaml(file)
    .flatMap(
      document =>
        kustomizationSchema.safeParse(document).data?.helmCharts ?? [],
    );
}

/** Repository and version that most apps of the layout take the chart in. */
function siblingChart(
  context: BlockContext,
  { file, chart }: BlockOptions<'helm-charts'>,
): { repo: string; version: string } | undefined {
  const { tree, layout } = context;
  const [above] = layout.appDirectory.split('{');
  const ending = expandNames(file, { directory: '' });
  const votes = new Map<
    string,
    { repo: string; version: string; count: number }
  >();
  for (const path of tree.listAll()) {
    if (!path.startsWith(above) || !path.endsWith(ending)) continue;
    for (const { name, repo, version } of chartsIn(context, path)) {
      if (name !== chart) continue;
      const key = `${repo} ${version}`;
      const count = (votes.get(key)?.count ?? 0) + 1;
      votes.set(key, { repo, version, count });
    }
  }
  const [most] = [...votes.values()].sort(
    (one, other) => other.count - one.count,
  );
  return most && { repo: most.repo, version: most.version };
}
