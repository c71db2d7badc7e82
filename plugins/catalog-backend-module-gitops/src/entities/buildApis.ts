import type { Host, RepositoryModel } from '@internal/gitops-model';
import { toEntityName } from '@internal/gitops-repository';
import { stringify } from 'yaml';
import { portalAnnotations } from '../annotations';
import { annotate } from './annotate';
import type { BuiltEntity } from './BuiltEntity';
import type { EntityContext } from './EntityContext';
import { toHostLinks } from './toHostLinks';
import { toPlainText } from './toPlainText';
import { toTags } from './toTags';

const maxRoutes = 20;

/**
 * Names of the API entities: the host with `wildcard` for `*`, and its cluster
 * before it where others serve the host too.
 *
 * @param taken - refs of entities that earlier platforms hold
 */
export function nameApis(
  hosts: readonly Host[],
  taken: ReadonlySet<string>,
): ReadonlyMap<Host, string> {
  const counts = new Map<string, number>();
  for (const host of hosts) {
    const ref = refOf(nameOf(host.host));
    counts.set(ref, (counts.get(ref) ?? 0) + 1);
  }
  return new Map(
    hosts.map(host => {
      const name = nameOf(host.host);
      const clashes = taken.has(refOf(name)) || counts.get(refOf(name)) !== 1;
      return [host, clashes ? nameOf(`${host.cluster}.${host.host}`) : name];
    }),
  );
}

/** An API per host that apps serve, owned by the first of them. */
export function buildApis(context: EntityContext): BuiltEntity[] {
  const { model, apps, apiNames, repository } = context;
  const routesOf = groupRoutes(model);
  return model.hosts.flatMap((host): BuiltEntity[] => {
    const name = apiNames.get(host);
    if (name === undefined) return [];
    const routes = routesOf(host);
    const links = toHostLinks([host.host]);
    const described = apps.find(
      ({ app }) => app.cluster === host.cluster && host.apps.includes(app.name),
    );
    const unitFile = routes.flatMap(
      ({ unit }) => context.unitFile(host.cluster, unit) ?? [],
    )[0];
    return [
      {
        entityRef: refOf(name),
        file: host.source.file,
        unitFile,
        complete: true,
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'API',
          metadata: {
            namespace: 'default',
            name,
            ...(name !== host.host && { title: toPlainText(host.host, 200) }),
            description: `Host on the cluster ${host.cluster}`,
            annotations: annotate(context, host.source, {
              [portalAnnotations.cluster]: host.cluster,
              [portalAnnotations.unitFile]: unitFile,
            }),
            tags: toTags([repository.platform.profile.engine]),
            ...(links && { links }),
          },
          spec: {
            type: 'http',
            lifecycle: described?.info.lifecycle ?? 'production',
            owner:
              described?.owner ?? repository.platform.profile.owners.default,
            ...(described?.system && {
              system: toEntityName(described.system),
            }),
            definition: stringify({
              host: host.host,
              cluster: host.cluster,
              gateways: host.gateways,
              routes: routes.slice(0, maxRoutes).map(route => ({
                kind: route.kind,
                name: route.name,
                namespace: route.namespace,
                paths: route.paths,
                app: route.app,
                file: route.source.file,
              })),
            }),
          },
        },
      },
    ];
  });
}

function groupRoutes({ routes }: RepositoryModel) {
  const groups = new Map<string, RepositoryModel['routes']>();
  for (const route of routes) {
    for (const hostname of route.hostnames) {
      const key = `${route.cluster}/${hostname.toLowerCase()}`;
      const group = groups.get(key);
      if (group) group.push(route);
      else groups.set(key, [route]);
    }
  }
  return ({ cluster, host }: Host) =>
    groups.get(`${cluster}/${host.toLowerCase()}`) ?? [];
}

function nameOf(host: string): string {
  return toEntityName(host.replace('*', 'wildcard'));
}

function refOf(name: string): string {
  return `api:default/${name.toLowerCase()}`;
}
