import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import type { YamlValue } from '../edit/yaml/YamlValue';
import { appLabels, appMetadata, appSelector } from './appLabels';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';
import { claimName } from './persistentVolumeClaim';

export type DeploymentValue = {
  image: string;
  port: number;
  replicas: number;
  resources: {
    requests: { cpu: string; memory: string };
    limits: { cpu?: string; memory: string };
  };
  env: { name: string; value: string }[];
  volumes: { name: string; mountPath: string }[];
  /** One of the volumes can be mounted by one node at a time. */
  exclusive: boolean;
};

const deploymentSchema = z.object({
  kind: z.literal('Deployment'),
  spec: z.object({
    replicas: z.number(),
    strategy: z.object({ type: z.string() }),
    template: z.object({
      spec: z.object({
        containers: z.tuple([
          z.object({
            image: z.string(),
            ports: z.array(z.object({ containerPort: z.number() })).min(1),
            env: z
              .array(
                z.object({ name: z.string(), value: z.string().optional() }),
              )
              .default([]),
            resources: z.object({
              requests: z.object({ cpu: z.string(), memory: z.string() }),
              limits: z.object({
                cpu: z.string().optional(),
                memory: z.string(),
              }),
            }),
            volumeMounts: z
              .array(z.object({ name: z.string(), mountPath: z.string() }))
              .default([]),
          }),
        ]),
      }),
    }),
  }),
});

/** The app's pods: one container, as a restricted namespace admits it. */
export const deployment: Block<'deployment', DeploymentValue> = {
  write({ tree, profile, app, names }, options, value) {
    const file = expandNames(options.file, names);
    const outcome = tree.createYaml(file, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: appMetadata(names, app),
      spec: {
        replicas: value.replicas,
        revisionHistoryLimit: 3,
        strategy: value.exclusive
          ? { type: 'Recreate' }
          : {
              type: 'RollingUpdate',
              rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
            },
        selector: { matchLabels: appSelector(app) },
        template: {
          metadata: { labels: appLabels(app) },
          spec: podSpec(app, profile.images.pullSecret, value),
        },
      },
    });
    return fileFinding(file, outcome);
  },

  find({ tree, names }, options) {
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap((document): DeploymentValue[] => {
        const { data } = deploymentSchema.safeParse(document);
        if (!data) return [];
        const [container] = data.spec.template.spec.containers;
        return [
          {
            image: container.image,
            port: container.ports[0].containerPort,
            replicas: data.spec.replicas,
            resources: container.resources,
            env: container.env.flatMap(({ name, value }) =>
              value === undefined ? [] : [{ name, value }],
            ),
            volumes: container.volumeMounts,
            exclusive: data.spec.strategy.type === 'Recreate',
          },
        ];
      });
  },

  claims: () => [],
};

function podSpec(
  app: string,
  pullSecret: string | undefined,
  { volumes, ...value }: DeploymentValue,
): YamlValue {
  const { cpu, memory } = value.resources.limits;
  return {
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    ...(pullSecret === undefined
      ? {}
      : { imagePullSecrets: [{ name: pullSecret }] }),
    securityContext: {
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
      // Lets a user that is not root write to its volumes.
      ...(volumes.length > 0
        ? { fsGroup: 1000, fsGroupChangePolicy: 'OnRootMismatch' }
        : {}),
    },
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: appSelector(app) },
      },
    ],
    containers: [
      {
        name: app,
        image: value.image,
        ports: [{ name: 'http', containerPort: value.port }],
        ...(value.env.length > 0 ? { env: value.env } : {}),
        resources: {
          requests: value.resources.requests,
          limits: { ...(cpu === undefined ? {} : { cpu }), memory },
        },
        // A start may take up to five minutes before liveness counts.
        startupProbe: {
          tcpSocket: { port: 'http' },
          periodSeconds: 5,
          failureThreshold: 60,
        },
        readinessProbe: { tcpSocket: { port: 'http' }, periodSeconds: 10 },
        livenessProbe: {
          tcpSocket: { port: 'http' },
          periodSeconds: 20,
          failureThreshold: 3,
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
        },
        ...(volumes.length > 0 ? { volumeMounts: volumes } : {}),
      },
    ],
    ...(volumes.length > 0
      ? {
          volumes: volumes.map(({ name }) => ({
            name,
            persistentVolumeClaim: { claimName: claimName(app, name) },
          })),
        }
      : {}),
  };
}
