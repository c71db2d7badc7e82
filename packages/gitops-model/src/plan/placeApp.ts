import type { BlockContext } from '../blocks/Block';
import type { CheckContext } from '../checks/CheckContext';
import type { AppNames } from '../profile/AppNames';
import { blocksOf } from '../profile/blockOptions';
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

type Context = Pick<CheckContext, 'model' | 'profile'> & { tree: PlanTree };

/**
 * Where an app lies and which layout it is written in. One that is there has
 * the layout of which most files are found, and of those the one that lacks
 * fewest; a new one the first that fits what is asked for.
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
      return { layout, names, ...countFiles(layout, names, context) };
    });
  const [first, ...others] =
    candidates.length > 0
      ? candidates
      : profile.layouts.map(layout => ({
          layout,
          names: namesOf(app, layout, context, request),
          files: 0,
          lacking: 0,
        }));
  const { layout, names } = isKnown
    ? others.reduce(
        (best, other) =>
          other.files > best.files ||
          (other.files === best.files && other.lacking < best.lacking)
            ? other
            : best,
        first,
      )
    : first;
  return { tree, profile, layout, app: names.app, names };
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
