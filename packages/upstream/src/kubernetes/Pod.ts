import { z } from 'zod';

const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform(items => items ?? []);

const texts = z
  .record(z.string(), z.string())
  .nullish()
  .transform(record => record ?? {});

const requirementSchema = z.object({
  key: z.string(),
  /** Such as `In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt`, `Lt`. */
  operator: z.string(),
  values: listOf(z.string()),
});

const labelSelectorSchema = z.object({
  matchLabels: texts,
  matchExpressions: listOf(requirementSchema),
});

const podTermSchema = z.object({
  labelSelector: labelSelectorSchema.nullish(),
  namespaces: listOf(z.string()),
  /** Further namespaces, by their labels; an empty one selects all. */
  namespaceSelector: labelSelectorSchema.nullish(),
  topologyKey: z.string(),
});

const podTermsSchema = z
  .object({
    requiredDuringSchedulingIgnoredDuringExecution: listOf(podTermSchema),
  })
  .optional();

const nodeTermsSchema = z.object({
  /** One of them must hold. */
  nodeSelectorTerms: listOf(
    z.object({
      matchExpressions: listOf(requirementSchema),
      matchFields: listOf(requirementSchema),
    }),
  ),
});

const affinitySchema = z.object({
  nodeAffinity: z
    .object({
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeTermsSchema.optional(),
    })
    .optional(),
  podAffinity: podTermsSchema,
  podAntiAffinity: podTermsSchema,
});

const containerSchema = z.object({
  name: z.string(),
  ports: listOf(
    z.object({
      /** Taken from the machine; of pods on its network, each port is. */
      hostPort: z.number().optional(),
      protocol: z.string().default('TCP'),
    }),
  ),
  resources: z
    .object({
      /** Quantities, such as `cpu: 250m`. */
      requests: texts,
    })
    .prefault({}),
});

const volumeSchema = z.object({
  name: z.string(),
  persistentVolumeClaim: z.object({ claimName: z.string() }).optional(),
  /** Its claim is named `<pod>-<volume>`. */
  ephemeral: z.object({}).optional(),
  hostPath: z.object({ path: z.string() }).optional(),
  /** Ends with the pod. */
  emptyDir: z.object({ medium: z.string().optional() }).optional(),
});

/** As far as it is used; affinities only where they must hold. */
export const podSchema = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: z.string(),
    uid: z.string().default(''),
    labels: texts,
    annotations: texts,
    /** Present while it ends. */
    deletionTimestamp: z.string().optional(),
    ownerReferences: listOf(
      z.object({
        kind: z.string(),
        name: z.string(),
        controller: z.boolean().default(false),
      }),
    ),
  }),
  spec: z
    .object({
      /** Absent until it is scheduled. */
      nodeName: z.string().optional(),
      nodeSelector: texts,
      affinity: affinitySchema.nullish(),
      tolerations: listOf(
        z.object({
          key: z.string().optional(),
          operator: z.string().default('Equal'),
          value: z.string().optional(),
          effect: z.string().optional(),
        }),
      ),
      topologySpreadConstraints: listOf(
        z.object({
          maxSkew: z.number(),
          topologyKey: z.string(),
          whenUnsatisfiable: z.string(),
          labelSelector: labelSelectorSchema.nullish(),
        }),
      ),
      volumes: listOf(volumeSchema),
      containers: listOf(containerSchema),
      initContainers: listOf(
        containerSchema.extend({
          /** `Always`: runs beside the others, not before them. */
          restartPolicy: z.string().optional(),
        }),
      ),
    })
    .prefault({}),
  status: z
    .object({
      phase: z
        .enum(['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'])
        .catch('Unknown'),
      conditions: listOf(
        z.object({
          type: z.string(),
          status: z.enum(['True', 'False', 'Unknown']).catch('Unknown'),
          reason: z.string().optional(),
          message: z.string().optional(),
        }),
      ),
    })
    .prefault({ phase: 'Unknown' }),
});
export type Pod = z.output<typeof podSchema>;
