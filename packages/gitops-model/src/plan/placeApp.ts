import { z } from 'zod';
import type { BlockContext } from '../blocks/Block';
import type { CheckContext } from '../checks/CheckContext';
import type { AppNames } from '../profile/AppNames';
import { blockOptions, blocksOf } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import type { Layout } from '../profile/Profile';
import { appInUnit } from '../profile/appInUnit';
import type { PlanTree } from './PlanTree';

/** What a request says of where a new app is to lie. */
export interface PlaceRequest {
  /** Name of a layout of the profile. */
  layout?: string;
  /** What it runs, where no layout is named. */
  runs?: Layout['runs'];
  category?: string;
  cluster?: string;
}

const artifactSchema = z.object({ spec: z.object({ url: z.string() }) });

type Context = Pick<CheckContext, 'model' | 'profile'> & { tree: PlanTree };

/**
 * Where an app lies and which layout it is written in. One that is there has
 * the layout whose chart it runs, of those the one of which most files are
 * found, and of those the one that lacks fewest; a new one the first that fits
 * what is asked for.
 */
export function placeApp(
  app: string,
  context: Context,
  request: PlaceRequest = {},
): BlockContext {
  const { tree, profile } = context;
  const isKnown = context.model.apps.some(({ name }) => name === app);
  const candidates = profile.layouts
    .filter(
      ({ name, runs }) =>
        (request.layout === undefined || request.layout === name) &&
        (request.runs === undefined || request.runs === runs),
    )
    .map(layout => {
      const names = namesOf(app, layout, context, request);
      return {
        layout,
        names,
        chartFit: chartFit(layout, names, context),
        ...countFiles(layout, names, context),
      };
    });
  const [first, ...others] =
    candidates.length > 0
      ? candidates
      : profile.layouts.map(layout => ({
          layout,
          names: namesOf(app, layout, context, request),
          chartFit: 0,
          files: 0,
          lacking: 0,
        }));
  const { layout, names } = isKnown
    ? others.reduce(
        (best, other) => (isBetter(other, best) ? other : best),
        first,
      )
    : first;
  const neighbours = context.model.apps
    .filter(
      ({ name, cluster, namespace }) =>
        name !== app &&
        cluster === names.cluster &&
        namespace === names.namespace,
    )
    .map(({ name }) => name);
  return { tree, profile, layout, app: names.app, names, neighbours };
}

function namesOf(
  unit: string,
  layout: Layout,
  { model, profile, tree }: Context,
  { category: asked = '', cluster: wanted }: PlaceRequest,
): AppNames {
  const known = model.apps.find(
    ({ name, cluster }) =>
      name === unit && (wanted === undefined || cluster === wanted),
  );
  const category = known?.category ?? asked;
  const app = appInUnit(layout, unit, category) ?? unit;
  const cluster = wanted ?? known?.cluster ?? profile.roots[0].cluster;
  const namespace =
    known?.namespace ?? expandNames(layout.namespace, { app, category });
  const usual = expandNames(layout.appDirectory, {
    app,
    category,
    cluster,
    namespace,
  });
  const paths = new Set(
    model.units
      .filter(other => other.app === unit && !other.orchestrator)
      .flatMap(({ paths: found }) => found),
  );
  const [only, ...others] = paths;
  const isElsewhere =
    only !== undefined &&
    others.length === 0 &&
    tree.listBelow(usual).length === 0;
  return {
    app,
    unit,
    category,
    cluster,
    namespace,
    directory: isElsewhere ? only : usual,
  };
}

interface Fit {
  chartFit: number;
  files: number;
  lacking: number;
}

function isBetter(one: Fit, other: Fit): boolean {
  const difference =
    one.chartFit - other.chartFit ||
    one.files - other.files ||
    other.lacking - one.lacking;
  return difference > 0;
}

/** Whether the app runs the one chart of a layout: 1 or -1, and 0 where that cannot be told. */
function chartFit(
  layout: Layout,
  names: AppNames,
  { tree, profile }: Context,
): number {
  const [fit = 0] = blockOptions(profile, layout, 'oci-repository').flatMap(
    ({ file, chart }) =>
      chart
        ? tree
            .readYaml(expandNames(file, names))
            .flatMap(document => artifactSchema.safeParse(document).data ?? [])
            .map(({ spec }) => (spec.url === chart.url ? 1 : -1))
        : [],
  );
  return fit;
}

/** How many of the files a layout writes in the app's directory are there, and how many are not. */
function countFiles(
  layout: Layout,
  names: AppNames,
  { tree, profile }: Context,
): { files: number; lacking: number } {
  const written = new Set(
    blocksOf(profile, layout)
      .map(({ file }) => expandNames(file, names))
      .filter(file => file.startsWith(`${names.directory}/`)),
  );
  const files = [...written].filter(file => tree.has(file)).length;
  return { files, lacking: written.size - files };
}
