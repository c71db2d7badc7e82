import { isWritable } from '@internal/gitops-model';
import {
  type DescribedApp,
  entityRefs,
  toEntityName,
} from '@internal/gitops-repository';
import { portalAnnotations } from '../annotations';
import { annotate } from './annotate';
import type { BuiltEntity } from './BuiltEntity';
import type { EntityContext } from './EntityContext';
import { toHostLinks } from './toHostLinks';
import { toPlainText } from './toPlainText';
import { toTags } from './toTags';

/** Of each kind of relation. */
const maxRelations = 50;
/** Of a value of a Kubernetes label. */
const maxLabelLength = 63;

/** A Component per app. */
export function buildComponents(context: EntityContext): BuiltEntity[] {
  return context.apps.map(described => toComponent(context, described));
}

function toComponent(
  context: EntityContext,
  described: DescribedApp,
): BuiltEntity {
  const { app, name, info, units, findings } = described;
  const title = info.title ?? described.title;
  const description = info.description ?? app.description;
  const links =
    info.links ??
    toHostLinks(described.routes.flatMap(({ hostnames }) => hostnames));
  const patterns = units.flatMap(({ pattern }) => pattern ?? []);
  const apis = described.hosts.flatMap(
    host => context.apiNames.get(host) ?? [],
  );
  return {
    entityRef: entityRefs.component(name),
    file: app.source.file,
    unitFile: app.source.file,
    complete: units.every(({ buildable }) => buildable),
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        namespace: 'default',
        name,
        ...(title && { title: toPlainText(title, 200) }),
        ...(description && { description: toPlainText(description, 1000) }),
        annotations: annotate(context, app.source, {
          [portalAnnotations.app]: app.name,
          [portalAnnotations.cluster]: app.cluster,
          [portalAnnotations.unitFile]: app.source.file,
          [portalAnnotations.ownerReason]: described.ownerReason,
          [portalAnnotations.template]: app.template,
          [portalAnnotations.pattern]: patterns[0],
          [portalAnnotations.findings]: String(
            findings.filter(({ severity }) => severity !== 'info').length,
          ),
          ...engineAnnotations(described),
          ...kubernetesAnnotations(context, described),
        }),
        tags:
          info.tags ??
          toTags([
            ...units.map(({ engine }) => engine),
            ...patterns.map(pattern => `pattern-${pattern}`),
            ...units.flatMap(({ charts }) =>
              charts.map(({ chart }) => `chart-${chart}`),
            ),
            ...(app.category ? [`category-${app.category}`] : []),
          ]),
        ...(links && { links }),
      },
      spec: {
        type: info.type ?? 'service',
        lifecycle: info.lifecycle ?? 'production',
        owner: described.owner,
        ...(described.system && { system: toEntityName(described.system) }),
        dependsOn: dependenciesOf(context, described),
        ...(apis.length > 0 && {
          providesApis: apis
            .slice(0, maxRelations)
            .map(api => `api:default/${api.toLowerCase()}`),
        }),
      },
    },
  };
}

/**
 * What the cards on delivery look for. They find one Application by its name:
 * that of the app's own name, or its first.
 */
function engineAnnotations({
  app,
  units,
}: DescribedApp): Record<string, string | undefined> {
  const [first] = units;
  if (first?.engine === 'flux') {
    return {
      [portalAnnotations.fluxKustomization]: units
        .map(({ objectNamespace, name }) =>
          [objectNamespace ?? 'flux-system', name].join('/'),
        )
        .join(','),
    };
  }
  const main = units.find(({ name }) => name === app.name) ?? first;
  return { 'argocd/app-name': main?.name };
}

/**
 * How the Kubernetes plugin finds its objects: by what a chart puts on them
 * all, else by the plugin's own label where the portal writes.
 */
function kubernetesAnnotations(
  { repository }: EntityContext,
  { app, units }: DescribedApp,
): Record<string, string | undefined> {
  const releases = units.flatMap(({ charts }) =>
    charts.flatMap(({ release, instance = release }) => instance ?? []),
  );
  const labelled = units.flatMap(
    ({ labels }) => labels['app.kubernetes.io/name'] ?? [],
  )[0];
  const selector =
    releases.length > 0
      ? { label: 'app.kubernetes.io/instance', values: releases }
      : { label: 'app.kubernetes.io/name', values: [labelled ?? app.name] };
  const values = [...new Set(selector.values)].filter(isLabelValue);
  return {
    'backstage.io/kubernetes-id': isLabelValue(app.name) ? app.name : undefined,
    'backstage.io/kubernetes-label-selector':
      (isWritable(repository.platform.profile) && releases.length === 0) ||
      values.length === 0
        ? undefined
        : `${selector.label} in (${values.join(',')})`,
    'backstage.io/kubernetes-namespace': app.namespace,
    'backstage.io/kubernetes-cluster': app.cluster,
  };
}

function isLabelValue(text: string): boolean {
  return (
    text.length <= maxLabelLength &&
    /^[A-Za-z0-9]([-\w.]*[A-Za-z0-9])?$/.test(text)
  );
}

function dependenciesOf(
  { model, repository }: EntityContext,
  described: DescribedApp,
): string[] {
  const { app } = described;
  const parents = described.routes.flatMap(({ parents: all }) => all);
  const gateways = model.gateways.filter(
    gateway =>
      gateway.cluster === app.cluster &&
      parents.some(
        ({ name, namespace }) =>
          name === gateway.name && namespace === gateway.namespace,
      ),
  );
  const stores = model.secretStores.filter(
    store =>
      store.cluster === app.cluster &&
      described.externalSecrets.some(
        secret =>
          secret.store === `${store.kind}/${store.name}` &&
          (store.namespace === undefined ||
            store.namespace === secret.namespace),
      ),
  );
  const clusters = repository.platform.clusters.filter(
    ({ name }) => name === app.cluster,
  );
  const refs = [
    ...clusters.map(({ name }) => entityRefs.cluster(name)),
    ...gateways.map(entityRefs.gateway),
    ...stores.map(entityRefs.secretStore),
    ...described.databases.map(entityRefs.database),
    ...described.volumeClaims.map(entityRefs.volumeClaim),
    ...described.loginClients.map(entityRefs.loginClient),
  ];
  return [...new Set(refs)].slice(0, maxRelations);
}
