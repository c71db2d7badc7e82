import { autoscalersIn, type Autoscaler } from '../blocks/autoscalers';
import {
  documentsIn,
  type Workload,
  type WorkloadContainer,
} from '../blocks/workload';
import { looksLikeSecret, namesSecret } from '../checks/looksLikeSecret';
import { placeApp } from '../plan/placeApp';
import { quantitiesOf } from '../plan/planSetResources';
import { PlanTree } from '../plan/PlanTree';
import { directoriesOf, workloadsOf } from '../plan/workloadsOf';
import type { WritableProfile } from '../profile/Profile';
import type { RepositoryModel } from '../read/RepositoryModel';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type {
  AppDescription,
  ContainerDescription,
  RouteDescription,
  VolumeDescription,
  WorkloadDescription,
} from './AppDescription';

/**
 * What an app has now, so that a form can start from it; `undefined` where
 * there is no such app. Values that look like secrets are left out.
 */
export function describeApp(
  app: string,
  context: {
    snapshot: RepositorySnapshot;
    /** What the reader found in the same snapshot. */
    model: RepositoryModel;
    profile: WritableProfile;
  },
): AppDescription | undefined {
  const { model, profile, snapshot } = context;
  const places = model.apps.filter(({ name }) => name === app);
  const [first] = places;
  if (!first) return undefined;
  const here = { model, profile, tree: new PlanTree(snapshot) };
  const autoscalers = autoscalersIn(
    documentsIn(here.tree, directoriesOf(app, here)),
  );
  const { namespace, category, owner, system, description } = first;
  return {
    app,
    clusters: places.map(({ cluster }) => cluster),
    layout: placeApp(app, here).layout.name,
    category,
    namespace,
    owner,
    system,
    description,
    workloads: workloadsOf(app, here).map(workload =>
      describeWorkload(workload, autoscalers),
    ),
    routes: describeRoutes(app, model),
    volumes: describeVolumes(app, model, profile),
    charts: unique(
      model.units
        .filter(unit => unit.app === app)
        .flatMap(({ charts }) => charts)
        .map(({ chart, version, repository }) => ({
          name: chart,
          version,
          repository,
        })),
    ),
  };
}

function describeWorkload(
  { name, kind, file, replicas, containers }: Workload,
  autoscalers: readonly Autoscaler[],
): WorkloadDescription {
  const scaling = autoscalers.find(
    ({ target }) => target.kind === kind && target.name === name,
  );
  return {
    name,
    kind,
    file,
    replicas,
    autoscaling: scaling && {
      min: scaling.min,
      max: scaling.max,
      cpuPercent: scaling.cpuPercent,
    },
    containers: containers.map(describeContainer),
  };
}

function describeContainer({
  name,
  image,
  resources,
  env,
}: WorkloadContainer): ContainerDescription {
  return {
    name,
    image,
    resources: quantitiesOf(resources),
    env: env.map(variable =>
      variable.value === undefined ||
      namesSecret(variable.name) ||
      looksLikeSecret(variable.value)
        ? { name: variable.name }
        : { name: variable.name, value: variable.value },
    ),
  };
}

function describeRoutes(app: string, model: RepositoryModel) {
  return unique(
    model.routes
      .filter(route => route.app === app)
      .flatMap(({ hostnames, paths, backends }): RouteDescription[] =>
        hostnames.map(host => ({
          host,
          paths,
          ports: backends.flatMap(({ port }) => port ?? []),
        })),
      ),
  );
}

function describeVolumes(
  app: string,
  model: RepositoryModel,
  { storage }: WritableProfile,
) {
  return unique(
    model.volumeClaims
      .filter(claim => claim.app === app)
      .map(({ name, size, storageClass }): VolumeDescription => {
        const purpose = Object.entries(storage).find(
          ([, offered]) => offered.class === storageClass,
        );
        return { name, size, storageClass, purpose: purpose?.[0] };
      }),
  );
}

/** An app on two clusters is found twice. */
function unique<T>(values: readonly T[]): T[] {
  return [
    ...new Map(values.map(value => [JSON.stringify(value), value])).values(),
  ];
}
