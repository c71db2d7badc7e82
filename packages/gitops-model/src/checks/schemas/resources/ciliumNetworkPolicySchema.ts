import { z } from 'zod';
import { customResource } from './customResource';

const texts = z.array(z.string()).optional();

const labelSelector = z.strictObject({
  matchLabels: z.record(z.string(), z.string()).optional(),
  matchExpressions: z
    .array(
      z.strictObject({
        key: z.string(),
        operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
        values: texts,
      }),
    )
    .optional(),
});
const selectors = z.array(labelSelector).optional();

const entities = z
  .array(
    z.enum([
      'all',
      'world',
      'cluster',
      'host',
      'init',
      'ingress',
      'unmanaged',
      'remote-node',
      'health',
      'none',
      'kube-apiserver',
    ]),
  )
  .optional();

const cidrSets = z
  .array(
    z.strictObject({
      cidr: z.string().optional(),
      cidrGroupRef: z.string().optional(),
      cidrGroupSelector: labelSelector.optional(),
      except: texts,
    }),
  )
  .optional();

const port = z.strictObject({
  /** A number as well, but as a text. */
  port: z.string().optional(),
  endPort: z.int().min(0).max(65535).optional(),
  protocol: z.enum(['TCP', 'UDP', 'SCTP', 'VRRP', 'IGMP', 'ANY']).optional(),
});

/** Rules of the application layer, TLS and Envoy are not looked into. */
const portRules = z
  .array(
    z.strictObject({
      ports: z.array(port).max(40).optional(),
      listener: z.unknown().optional(),
      originatingTLS: z.unknown().optional(),
      rules: z
        .strictObject({
          dns: z.array(z.unknown()).optional(),
          http: z.array(z.unknown()).optional(),
          kafka: z.array(z.unknown()).optional(),
          l7: z.array(z.unknown()).optional(),
          l7proto: z.string().optional(),
        })
        .optional(),
      serverNames: texts,
      terminatingTLS: z.unknown().optional(),
    }),
  )
  .optional();

const peers = {
  authentication: z
    .strictObject({
      mode: z.enum(['disabled', 'required', 'test-always-fail']),
    })
    .optional(),
  icmps: z.array(z.unknown()).optional(),
  toPorts: portRules,
};

const ingressRules = z
  .array(
    z.strictObject({
      ...peers,
      fromCIDR: texts,
      fromCIDRSet: cidrSets,
      fromEndpoints: selectors,
      fromEntities: entities,
      fromGroups: z.array(z.unknown()).optional(),
      fromNodes: selectors,
      fromRequires: z.array(z.unknown()).optional(),
    }),
  )
  .optional();

const egressRules = z
  .array(
    z.strictObject({
      ...peers,
      toCIDR: texts,
      toCIDRSet: cidrSets,
      toEndpoints: selectors,
      toEntities: entities,
      toFQDNs: z
        .array(
          z.strictObject({
            matchName: z.string().max(255).optional(),
            matchPattern: z.string().max(255).optional(),
          }),
        )
        .optional(),
      toGroups: z.array(z.unknown()).optional(),
      toNodes: selectors,
      toRequires: z.array(z.unknown()).optional(),
      toServices: z.array(z.unknown()).optional(),
    }),
  )
  .optional();

const rule = z
  .strictObject({
    description: z.string().optional(),
    egress: egressRules,
    egressDeny: egressRules,
    enableDefaultDeny: z
      .strictObject({
        egress: z.boolean().optional(),
        ingress: z.boolean().optional(),
      })
      .optional(),
    endpointSelector: labelSelector.optional(),
    ingress: ingressRules,
    ingressDeny: ingressRules,
    labels: z.array(z.unknown()).optional(),
    log: z.strictObject({ value: z.string().optional() }).optional(),
    nodeSelector: labelSelector.optional(),
  })
  .refine(
    one =>
      (one.endpointSelector === undefined) !== (one.nodeSelector === undefined),
    'must have either endpointSelector or nodeSelector',
  )
  .refine(
    ({ ingress, ingressDeny, egress, egressDeny }) =>
      ingress ?? ingressDeny ?? egress ?? egressDeny,
    'must have rules of ingress or egress',
  );

/** `cilium.io/v2`, as of Cilium 1.19. */
export const ciliumNetworkPolicySchema = customResource(rule.optional()).extend(
  { specs: z.array(rule).optional() },
);
