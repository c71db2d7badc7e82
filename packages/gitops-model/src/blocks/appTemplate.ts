import { z } from 'zod';
import type { YamlValue } from '../edit/yaml/YamlValue';
import { appTemplatePersistence } from './appTemplatePersistence';
import { addValue, mainKey, readValues } from './appTemplateValues';
import { portalLabel } from './appLabels';
import type { Block, BlockContext } from './Block';
import type { DeploymentValue } from './deployment';

const valuesSchema = z.object({
  controllers: z.record(
    z.string(),
    z.object({
      replicas: z.number().default(1),
      // What the chart does where it is told nothing.
      strategy: z.string().default('Recreate'),
      containers: z.object({
        [mainKey]: z.object({
          image: z.object({
            repository: z.string(),
            tag: z.coerce.string().optional(),
          }),
          env: z.record(z.string(), z.unknown()).default({}),
          resources: z.object({
            requests: z.object({ cpu: z.string(), memory: z.string() }),
            limits: z.object({
              cpu: z.string().optional(),
              memory: z.string(),
            }),
          }),
        }),
      }),
    }),
  ),
  service: z.object({
    [mainKey]: z.object({
      ports: z.record(z.string(), z.object({ port: z.number() })),
    }),
  }),
});

/** The app's pods and Service, as values of bjw-s' app-template chart; what its volumes are is written apart. */
export const appTemplate: Block<'app-template', DeploymentValue> = {
  write(context, options, value) {
    const { app } = context;
    return [
      ...addValue(
        context,
        options,
        ['controllers', app],
        controllerOf(context, value),
      ),
      ...addValue(context, options, ['service', mainKey], {
        controller: app,
        ports: { http: { port: value.port } },
      }),
    ];
  },

  find(context, options) {
    const { data } = valuesSchema.safeParse(readValues(context, options));
    const controller = data?.controllers[context.app];
    const [port] = Object.values(data?.service[mainKey].ports ?? {});
    if (!controller || !port) return [];
    const { image, env, resources } = controller.containers[mainKey];
    return [
      {
        image:
          image.tag === undefined
            ? image.repository
            : `${image.repository}:${image.tag}`,
        port: port.port,
        replicas: controller.replicas,
        resources,
        env: Object.entries(env).flatMap(([name, value]) =>
          typeof value === 'string' ? [{ name, value }] : [],
        ),
        volumes: appTemplatePersistence
          .find(context, options)
          .map(({ name, mountPath }) => ({ name, mountPath })),
        exclusive: controller.strategy === 'Recreate',
      },
    ];
  },

  claims: () => [],
};

function controllerOf(
  { profile, names }: BlockContext,
  value: DeploymentValue,
): YamlValue {
  const { pullSecret } = profile.images;
  const { cpu, memory } = value.resources.limits;
  const labels = portalLabel(names.unit);
  return {
    labels,
    ...(value.replicas === 1 ? {} : { replicas: value.replicas }),
    ...(value.exclusive ? {} : { strategy: 'RollingUpdate' }),
    pod: {
      labels,
      automountServiceAccountToken: false,
      ...(pullSecret === undefined
        ? {}
        : { imagePullSecrets: [{ name: pullSecret }] }),
      securityContext: {
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
        // Lets a user that is not root write to its volumes.
        ...(value.volumes.length > 0
          ? { fsGroup: 1000, fsGroupChangePolicy: 'OnRootMismatch' }
          : {}),
      },
    },
    containers: {
      [mainKey]: {
        image: splitImage(value.image),
        ...(value.env.length > 0
          ? {
              env: Object.fromEntries(
                value.env.map(variable => [variable.name, variable.value]),
              ),
            }
          : {}),
        probes: {
          liveness: { enabled: true },
          readiness: { enabled: true },
          startup: {
            enabled: true,
            // A start may take up to five minutes before liveness counts.
            spec: { periodSeconds: 5, failureThreshold: 60 },
          },
        },
        resources: {
          requests: value.resources.requests,
          limits: { ...(cpu === undefined ? {} : { cpu }), memory },
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
        },
      },
    },
  };
}

/** What stands before the tag, and the tag with a digest behind it, as the chart joins them. */
function splitImage(image: string): { repository: string; tag?: string } {
  const colon = image.indexOf(
    ':',
    image.lastIndexOf('/', endOfName(image)) + 1,
  );
  return colon === -1
    ? { repository: image }
    : { repository: image.slice(0, colon), tag: image.slice(colon + 1) };
}

function endOfName(image: string): number {
  const at = image.indexOf('@');
  return at === -1 ? image.length : at;
}
