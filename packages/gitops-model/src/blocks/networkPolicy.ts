import { z } from 'zod';
import type { YamlValue } from '../edit/yaml/YamlValue';
import { expandNames } from '../profile/expandNames';
import type { WritableProfile } from '../profile/Profile';
import { appMetadata, appSelector } from './appLabels';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';

/** The port of the app's pods that gateways may reach. */
export type AdmittedPort = { port: number };

const kubernetesSchema = z.object({
  kind: z.literal('NetworkPolicy'),
  spec: z.object({
    ingress: z.array(
      z.object({ ports: z.array(z.object({ port: z.number() })).default([]) }),
    ),
  }),
});
const ciliumSchema = z.object({
  kind: z.literal('CiliumNetworkPolicy'),
  spec: z.object({
    ingress: z.array(
      z.object({
        toPorts: z
          .array(
            z.object({
              ports: z.array(z.object({ port: z.coerce.number() })),
            }),
          )
          .default([]),
      }),
    ),
  }),
});

/** Who may reach the app's pods: those of its namespace, and the gateways. */
export const networkPolicy: Block<'network-policy', AdmittedPort> = {
  write({ tree, profile, app, names }, options, { port }) {
    const file = expandNames(options.file, names);
    const metadata = appMetadata(names, app);
    const outcome = tree.createYaml(
      file,
      options.form === 'cilium'
        ? {
            apiVersion: 'cilium.io/v2',
            kind: 'CiliumNetworkPolicy',
            metadata,
            spec: ciliumSpec(app, port),
          }
        : {
            apiVersion: 'networking.k8s.io/v1',
            kind: 'NetworkPolicy',
            metadata,
            spec: kubernetesSpec(app, port, profile),
          },
    );
    return fileFinding(file, outcome);
  },

  find({ tree, names }, options) {
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap(document => [
        ...(kubernetesSchema
          .safeParse(document)
          .data?.spec.ingress.flatMap(({ ports }) => ports) ?? []),
        ...(ciliumSchema
          .safeParse(document)
          .data?.spec.ingress.flatMap(({ toPorts }) =>
            toPorts.flatMap(({ ports }) => ports),
          ) ?? []),
      ])
      .map(({ port }) => ({ port }));
  },

  claims: () => [],
};

/** Traffic of Cilium's gateways has an identity of its own, and no namespace. */
function ciliumSpec(app: string, port: number): YamlValue {
  return {
    endpointSelector: { matchLabels: appSelector(app) },
    ingress: [
      { fromEndpoints: [{}] },
      {
        fromEntities: ['ingress'],
        toPorts: [{ ports: [{ port: String(port), protocol: 'TCP' }] }],
      },
    ],
  };
}

function kubernetesSpec(
  app: string,
  port: number,
  { domains }: WritableProfile,
): YamlValue {
  const namespaces = new Set(domains.map(({ gateway }) => gateway.namespace));
  return {
    podSelector: { matchLabels: appSelector(app) },
    policyTypes: ['Ingress'],
    ingress: [
      { from: [{ podSelector: {} }] },
      {
        from: [...namespaces].map(namespace => ({
          namespaceSelector: {
            matchLabels: { 'kubernetes.io/metadata.name': namespace },
          },
        })),
        ports: [{ protocol: 'TCP', port }],
      },
    ],
  };
}
