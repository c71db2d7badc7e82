import type { BlockContext } from '../blocks/Block';
import type { CheckContext } from '../checks/CheckContext';
import type { AppNames } from '../profile/AppNames';
import { blocksOf } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import type { Layout } from '../profile/Profile';
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
 * the layout of which most files are found; a new one the first that fits what
 * is asked for.
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
      return { layout, names, files: countFiles(layout, names, context) };
    });
  const [first, ...others] =
    candidates.length > 0
      ? candidates
      : profile.layouts.map(layout => ({
          layout,
          names: namesOf(app, layout, context, request),
          files: 0,
        }));
  const { layout, names } = isKnown
    ? others.reduce(
        (best, other) => (other.files > best.files ? other : best),
        first,
      )
    : first;
  return { tree, profile, layout, app, names };
}

function namesOf(
  app: string,
  layout: Layout,
  { model, profile, tree }: Context,
  { category: asked = '', cluster: wanted }: PlaceRequest,
): AppNames {
  const known = model.apps.find(
    ({ name, cluster }) =>
      name === app && (wanted === undefined || cluster === wanted),
  );
  const category = known?.category ?? asked;
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
      .filter(unit => unit.app === app && !unit.orchestrator)
      .flatMap(unit => unit.paths),
  );
  const [only, ...others] = paths;
  const isElsewhere =
    only !== undefined &&
    others.length === 0 &&
    tree.listBelow(usual).length === 0;
  return {
    app,
    category,
    cluster,
    namespace,
    directory: isElsewhere ? only : usual,
  };
}

/** How many of the files a layout writes are there. */
function countFiles(
  layout: Layout,
  names: AppNames,
  { tree, profile }: Context,
): number {
  const files = blocksOf(profile, layout)
    .map(({ file }) => expandNames(file, names))
    .filter(file => file.startsWith(`${names.directory}/`));
  return new Set(files.filter(file => tree.has(file))).size;
}
