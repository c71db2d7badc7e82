import { z } from 'zod';
import type { Manifest } from '../kubernetes/KubernetesObject';
import type { ChartRelease } from './ChartRelease';
import { RenderError } from './RenderError';

const environment = z.record(z.string(), z.union([z.string(), z.number()]));

const valuesSchema = z.looseObject({
  controllers: z.record(
    z.string(),
    z.looseObject({
      type: z.enum(['deployment', 'statefulset']).default('deployment'),
      replicas: z.int().default(1),
      containers: z.record(
        z.string(),
        z.looseObject({
          image: z.looseObject({
            repository: z.string(),
            tag: z.union([z.string(), z.number()]),
          }),
          env: environment.default({}),
          envFrom: z.array(z.unknown()).optional(),
          resources: z.unknown().optional(),
        }),
      ),
    }),
  ),
  service: z
    .record(
      z.string(),
      z.looseObject({
        ports: z.record(z.string(), z.looseObject({ port: z.number() })),
      }),
    )
    .default({}),
  route: z
    .record(
      z.string(),
      z.looseObject({
        enabled: z.boolean().default(true),
        hostnames: z.array(z.string()).default([]),
        parentRefs: z.array(z.unknown()).default([]),
      }),
    )
    .default({}),
});
type Values = z.infer<typeof valuesSchema>;

/** The workloads, Services and HTTPRoutes that the values of the chart `app-template` ask for. */
export function renderAppTemplate(release: ChartRelease): Manifest[] {
  const values = valuesSchema.safeParse(release.values);
  if (!values.success) {
    throw new RenderError(
      `execution error at (${release.chart}): ${z.prettifyError(values.error)}`,
    );
  }
  const { controllers, service, route } = values.data;
  return [
    ...toNamed(release, controllers).map(([name, controller]) =>
      toWorkload(release, name, controller),
    ),
    ...toNamed(release, service).map(([name, { ports }]) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, labels: toLabels(release) },
      spec: {
        selector: toSelector(release),
        ports: Object.entries(ports).map(([port, options]) => ({
          name: port,
          port: options.port,
          targetPort: port,
        })),
      },
    })),
    ...toNamed(release, route)
      .filter(([, { enabled }]) => enabled)
      .map(([name, { hostnames, parentRefs }]) => ({
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: { name, labels: toLabels(release) },
        spec: {
          hostnames: hostnames.map(host =>
            host.replace(/\{\{\s*\.Release\.Name\s*\}\}/g, release.name),
          ),
          parentRefs,
          rules: [{ backendRefs: [toBackend(release, service)] }],
        },
      })),
  ];
}

function toWorkload(
  release: ChartRelease,
  name: string,
  controller: Values['controllers'][string],
): Manifest {
  const { type, replicas, containers } = controller;
  return {
    apiVersion: 'apps/v1',
    kind: type === 'deployment' ? 'Deployment' : 'StatefulSet',
    metadata: { name, labels: toLabels(release) },
    spec: {
      replicas,
      selector: { matchLabels: toSelector(release) },
      template: {
        metadata: { labels: { ...toSelector(release), ...release.labels } },
        spec: {
          containers: Object.entries(containers).map(
            ([container, { image, env, envFrom, resources }]) => ({
              name: container,
              image: `${image.repository}:${image.tag}`,
              env: Object.entries(env).map(([key, value]) => ({
                name: key,
                value: String(value),
              })),
              envFrom,
              resources,
            }),
          ),
        },
      },
    },
  };
}

function toBackend({ name }: ChartRelease, services: Values['service']) {
  const [ports] = Object.values(services).map(service => service.ports);
  return { name, port: Object.values(ports ?? {})[0]?.port };
}

/** One of a kind is named after the release, several after their keys as well. */
function toNamed<TValue>(
  release: ChartRelease,
  items: Record<string, TValue>,
): [string, TValue][] {
  const entries = Object.entries(items);
  return entries.map(([key, value]) => [
    entries.length === 1 || key === release.name
      ? release.name
      : `${release.name}-${key}`,
    value,
  ]);
}

function toSelector({ name }: ChartRelease) {
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/instance': name,
  };
}

function toLabels(release: ChartRelease) {
  return {
    ...toSelector(release),
    'app.kubernetes.io/managed-by': 'Helm',
    'helm.sh/chart': `${release.chart}-${release.version}`,
    ...release.labels,
  };
}
