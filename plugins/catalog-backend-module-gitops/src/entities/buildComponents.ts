import type { App, DeploymentUnit } from '@internal/gitops-model';
import { portalAnnotations } from '../annotations';
import type { BuiltEntity } from './BuiltEntity';
import { resourceRefs } from './buildResources';
import { annotate, type EntityContext } from './EntityContext';
import { resolveOwner } from './resolveOwner';
import { toEntityName } from './toEntityName';
import { toPlainText } from './toPlainText';

const maxLinks = 20;
const maxDependencies = 50;

/** A Component per app. */
export function buildComponents(context: EntityContext): BuiltEntity[] {
  const { apps } = context.model;
  return apps.map(app => {
    const clashes =
      apps.some(
        ({ name, cluster }) => name === app.name && cluster !== app.cluster,
      ) || context.taken.has(`component:default/${toEntityName(app.name)}`);
    return toComponent(
      context,
      app,
      toEntityName(clashes ? `${app.name}-${app.cluster}` : app.name),
    );
  });
}

function toComponent(
  context: EntityContext,
  app: App,
  name: string,
): BuiltEntity {
  const { model, repository } = context;
  const units = model.units.filter(
    unit => unit.app === app.name && unit.cluster === app.cluster,
  );
  const { owner, reason } = resolveOwner(
    app,
    repository.platform.profile.owners.default,
  );
  const patterns = units.flatMap(({ pattern }) => pattern ?? []);
  const engines = units.map(({ engine }) => engine);
  return {
    entityRef: `component:default/${name.toLowerCase()}`,
    file: app.source.file,
    unitFile: app.source.file,
    complete: units.every(({ buildable }) => buildable),
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        namespace: 'default',
        name,
        ...(name !== app.name && { title: toPlainText(app.name, 200) }),
        ...(app.description && {
          description: toPlainText(app.description, 1000),
        }),
        annotations: annotate(context, app.source, {
          [portalAnnotations.cluster]: app.cluster,
          [portalAnnotations.unitFile]: app.source.file,
          [portalAnnotations.ownerReason]: reason,
          [portalAnnotations.template]: app.template,
          [portalAnnotations.pattern]: patterns[0],
          [portalAnnotations.findings]: String(
            countFindings(context, app, units),
          ),
          'argocd/app-name': app.units[0],
          'backstage.io/kubernetes-id': kubernetesId(app.name),
          'backstage.io/kubernetes-namespace': app.namespace,
          'backstage.io/kubernetes-cluster': app.cluster,
        }),
        tags: toTags([
          ...engines,
          ...patterns.map(pattern => `pattern-${pattern}`),
        ]),
        links: linksOf(context, app),
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner,
        ...(app.system && { system: toEntityName(app.system) }),
        dependsOn: dependenciesOf(context, app),
      },
    },
  };
}

/** The label value that objects carry; longer names fit no label. */
function kubernetesId(name: string): string | undefined {
  return name.length <= 63 ? name : undefined;
}

function toTags(texts: string[]): string[] {
  const tags = texts.map(text =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 63)
      .replace(/-+$/, ''),
  );
  return [...new Set(tags.filter(Boolean))].sort();
}

/** Its hosts, as far as each is one public address. */
function linksOf(
  { model }: EntityContext,
  app: App,
): { url: string; title: string; icon: string }[] {
  const hosts = model.routes
    .filter(route => route.app === app.name && route.cluster === app.cluster)
    .flatMap(({ hostnames }) => hostnames)
    .filter(host => /^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(host));
  return [...new Set(hosts)]
    .slice(0, maxLinks)
    .map(host => ({ url: `https://${host}`, title: host, icon: 'web' }));
}

function dependenciesOf({ model, repository }: EntityContext, app: App) {
  const isOwn = (item: { app: string; cluster: string }) =>
    item.app === app.name && item.cluster === app.cluster;
  const parents = model.routes.filter(isOwn).flatMap(({ parents: all }) => all);
  const gateways = model.gateways.filter(
    gateway =>
      gateway.cluster === app.cluster &&
      parents.some(
        ({ name, namespace }) =>
          name === gateway.name && namespace === gateway.namespace,
      ),
  );
  const secrets = model.externalSecrets.filter(isOwn);
  const stores = model.secretStores.filter(
    store =>
      store.cluster === app.cluster &&
      secrets.some(
        secret =>
          secret.store === `${store.kind}/${store.name}` &&
          (store.namespace === undefined ||
            store.namespace === secret.namespace),
      ),
  );
  const clusters = repository.platform.clusters.filter(
    ({ name }) => name === app.cluster,
  );
  return [
    ...clusters.map(({ name }) => resourceRefs.cluster(name)),
    ...gateways.map(resourceRefs.gateway),
    ...stores.map(resourceRefs.secretStore),
  ].slice(0, maxDependencies);
}

function countFindings(
  { model }: EntityContext,
  app: App,
  units: readonly DeploymentUnit[],
): number {
  const directories = units.flatMap(({ paths }) => paths);
  return model.findings.filter(
    ({ severity, file }) =>
      severity !== 'info' &&
      file !== undefined &&
      (file === app.source.file ||
        directories.some(directory => file.startsWith(`${directory}/`))),
  ).length;
}
