import { z } from 'zod';
import type { RenderedUnit } from '../RenderedUnit';
import type { HelmValues } from '../helm/HelmValues';
import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { Route } from '../RepositoryModel';
import { parseManifest } from './parseManifest';
import { visitMappings } from './visitMappings';

const routeSpec = z.object({
  hostnames: z.array(z.string()).nullish(),
  parentRefs: z
    .array(
      z.object({
        kind: z.string().default('Gateway'),
        name: z.string(),
        namespace: z.string().nullish(),
        sectionName: z.string().nullish(),
      }),
    )
    .nullish(),
  rules: z
    .array(
      z.object({
        matches: z
          .array(
            z.object({
              path: z.object({ value: z.string().default('/') }).nullish(),
              method: z.string().nullish(),
              headers: z.array(z.unknown()).nullish(),
              queryParams: z.array(z.unknown()).nullish(),
            }),
          )
          .nullish(),
        backendRefs: z
          .array(
            z.object({
              name: z.string().optional(),
              namespace: z.string().nullish(),
              port: z.number().nullish(),
            }),
          )
          .nullish(),
        filters: z.array(z.object({ type: z.string().optional() })).nullish(),
      }),
    )
    .nullish(),
});
const routeSchema = z.object({ spec: routeSpec });
type RouteSpec = z.output<typeof routeSpec>;

const routeKinds = new Set([
  'GRPCRoute',
  'HTTPRoute',
  'TCPRoute',
  'TLSRoute',
  'UDPRoute',
]);

/** Routes of a unit: as manifests, in Helm values, and in custom resources of operators. */
export function collectRoutes(
  reading: Reading,
  { unit, manifests, values }: RenderedUnit,
): Route[] {
  const owner = { unit: unit.name, app: unit.app, cluster: unit.cluster };
  const inManifests = manifests.flatMap((manifest): Route[] => {
    const namespace = manifest.namespace ?? unit.namespace;
    if (!isRoute(manifest)) {
      return findRouteMappings(manifest.value).map(({ mapping, spec }) => ({
        ...owner,
        ...toRoute(spec, namespace),
        kind: 'HTTPRoute',
        namespace,
        source: {
          file: manifest.source.file,
          line: manifest.document.lines.get(mapping) ?? manifest.source.line,
        },
      }));
    }
    const parsed = parseManifest(reading, routeSchema, manifest, unit);
    if (!parsed) return [];
    const { kind, name, source } = manifest;
    return [
      {
        ...owner,
        ...toRoute(parsed.spec, namespace),
        kind,
        name,
        namespace,
        source,
      },
    ];
  });
  const inValues = values.flatMap(helm =>
    findRouteMappings(helm.value).map(({ mapping, spec }) => ({
      ...owner,
      ...toRoute(expandHosts(spec, helm), unit.namespace),
      kind: 'HTTPRoute',
      namespace: unit.namespace,
      source: helm.sourceOf(mapping) ?? unit.source,
    })),
  );
  return [...inManifests, ...inValues];
}

function isRoute({ group, kind }: Manifest): boolean {
  return group === 'gateway.networking.k8s.io' && routeKinds.has(kind);
}

/** Any mapping that holds both hostnames and parentRefs, and is not switched off. */
function findRouteMappings(
  value: Record<string, unknown>,
): { mapping: Record<string, unknown>; spec: RouteSpec }[] {
  const found: { mapping: Record<string, unknown>; spec: RouteSpec }[] = [];
  visitMappings(value, mapping => {
    if (!Array.isArray(mapping.hostnames) || !Array.isArray(mapping.parentRefs))
      return;
    if (mapping.enabled === false) return;
    const parsed = routeSpec
      .pick({ hostnames: true, parentRefs: true })
      .safeParse(mapping);
    if (!parsed.success) return;
    const { data: rules } = routeSpec.shape.rules.safeParse(mapping.rules);
    found.push({ mapping, spec: { ...parsed.data, rules } });
  });
  return found;
}

function expandHosts(spec: RouteSpec, helm: HelmValues): RouteSpec {
  return {
    ...spec,
    hostnames: spec.hostnames?.map(host => helm.expand(host)),
  };
}

function toRoute(
  { hostnames, parentRefs, rules }: RouteSpec,
  namespace: string | undefined,
): Pick<Route, 'hostnames' | 'paths' | 'parents' | 'backends' | 'sharesHost'> {
  const paths = (rules ?? []).flatMap(({ matches }) =>
    matches?.length ? matches.map(({ path }) => path?.value ?? '/') : ['/'],
  );
  return {
    hostnames: hostnames ?? [],
    paths: paths.length > 0 ? [...new Set(paths)] : ['/'],
    parents: (parentRefs ?? [])
      .filter(({ kind }) => kind === 'Gateway')
      .map(parent => ({
        name: parent.name,
        namespace: parent.namespace ?? namespace ?? 'default',
        section: parent.sectionName ?? undefined,
      })),
    backends: (rules ?? []).flatMap(({ backendRefs }) =>
      (backendRefs ?? []).flatMap(({ name, namespace: other, port }) =>
        name === undefined
          ? []
          : [{ name, namespace: other ?? undefined, port: port ?? undefined }],
      ),
    ),
    sharesHost: (rules && sharesHost(rules)) || undefined,
  };
}

/** Whether no rule serves all requests for its path. */
function sharesHost(rules: NonNullable<RouteSpec['rules']>): boolean {
  return rules.every(
    ({ matches, backendRefs, filters }) =>
      (filters?.some(({ type }) => type === 'RequestRedirect') &&
        !backendRefs?.length) ||
      (Boolean(matches?.length) &&
        matches?.every(
          ({ method, headers, queryParams }) =>
            method || headers?.length || queryParams?.length,
        )),
  );
}
