import { z } from 'zod';
import type { Manifest } from '../kubernetes/KubernetesObject';
import type { ChartRelease } from './ChartRelease';
import { RenderError } from './RenderError';

const environment = z.record(z.string(), z.union([z.string(), z.number()]));

/** A folder of a server, a claim that is there, or one to be made. */
const persistenceSchema = z.looseObject({
  type: z.string().default('persistentVolumeClaim'),
  existingClaim: z.string().optional(),
  server: z.string().optional(),
  path: z.string().optional(),
  storageClass: z.string().optional(),
  accessMode: z.string().default('ReadWriteOnce'),
  size: z.string().optional(),
  globalMounts: z.array(z.looseObject({ path: z.string() })).default([]),
});

const podOptionsSchema = z.looseObject({
  nodeSelector: z.record(z.string(), z.string()).optional(),
  affinity: z.unknown().optional(),
  tolerations: z.array(z.unknown()).optional(),
  securityContext: z.unknown().optional(),
});

const valuesSchema = z.looseObject({
  defaultPodOptions: podOptionsSchema.default({}),
  persistence: z.record(z.string(), persistenceSchema).default({}),
  controllers: z.record(
    z.string(),
    z.looseObject({
      type: z.enum(['deployment', 'statefulset']).default('deployment'),
      replicas: z.int().default(1),
      pod: podOptionsSchema.default({}),
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

/** The workloads, claims, Services and HTTPRoutes that the values of the chart `app-template` ask for. */
export function renderAppTemplate(release: ChartRelease): Manifest[] {
  const values = valuesSchema.safeParse(release.values);
  if (!values.success) {
    throw new RenderError(
      `execution error at (${release.chart}): ${z.prettifyError(values.error)}`,
    );
  }
  const { controllers, service, route, persistence } = values.data;
  return [
    ...toNamed(release, controllers).map(([name, controller]) =>
      toWorkload(release, values.data, name, controller),
    ),
    ...Object.entries(persistence).flatMap(([key, volume]) =>
      isOwnClaim(volume)
        ? [
            {
              apiVersion: 'v1',
              kind: 'PersistentVolumeClaim',
              metadata: {
                name: toClaimName(release, key, volume),
                labels: toLabels(release),
              },
              spec: {
                accessModes: [volume.accessMode],
                storageClassName: volume.storageClass,
                resources: { requests: { storage: volume.size } },
              },
            },
          ]
        : [],
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
  { persistence, defaultPodOptions }: Values,
  name: string,
  controller: Values['controllers'][string],
): Manifest {
  const { type, replicas, containers, pod } = controller;
  const volumes = Object.entries(persistence).flatMap(([key, volume]) => {
    const source = toVolumeSource(release, key, volume);
    return source ? [{ name: key, ...source }] : [];
  });
  const mounts = volumes.flatMap(volume => {
    const paths = persistence[volume.name]?.globalMounts ?? [];
    const known = paths.length > 0 ? paths : [{ path: `/${volume.name}` }];
    return known.map(({ path }) => ({ name: volume.name, mountPath: path }));
  });
  return {
    apiVersion: 'apps/v1',
    kind: type === 'deployment' ? 'Deployment' : 'StatefulSet',
    metadata: { name, labels: toLabels(release) },
    spec: {
      replicas,
      // What the chart does unless it is told otherwise.
      ...(type === 'deployment' && { strategy: { type: 'Recreate' } }),
      selector: { matchLabels: toSelector(release) },
      template: {
        metadata: { labels: { ...toSelector(release), ...release.labels } },
        spec: {
          ...defaultPodOptions,
          ...pod,
          volumes,
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
              volumeMounts: mounts,
            }),
          ),
        },
      },
    },
  };
}

type Persistence = Values['persistence'][string];

function isOwnClaim(volume: Persistence): boolean {
  return (
    volume.type === 'persistentVolumeClaim' &&
    volume.existingClaim === undefined &&
    volume.size !== undefined
  );
}

function toClaimName({ name }: ChartRelease, key: string, volume: Persistence) {
  return volume.existingClaim ?? `${name}-${key}`;
}

/** Undefined for what is no volume of a kind that matters here. */
function toVolumeSource(
  release: ChartRelease,
  key: string,
  volume: Persistence,
): Record<string, unknown> | undefined {
  switch (volume.type) {
    case 'persistentVolumeClaim':
      return {
        persistentVolumeClaim: { claimName: toClaimName(release, key, volume) },
      };
    case 'nfs':
      return { nfs: { server: volume.server, path: volume.path } };
    case 'emptyDir':
      return { emptyDir: {} };
    default:
      return undefined;
  }
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
