import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  describeSourceProblem,
  healthChecks,
  nameFlags,
  storageReadPermission,
  toHealthCheckCode,
} from '@internal/plugin-ceph-common';
import type { StorageModels } from '../model/StorageModels';
import type { RequireRead } from '../requireRead';
import type { Storage } from '../storage/Storage';
import { readOnlyAction } from './readOnlyAction';

/** `storage-health`: how the Ceph clusters of the platforms are, in plain words. */
export function registerStorageHealth(options: {
  registry: ActionsRegistryService;
  requireRead: RequireRead;
  storage: Storage;
  models: StorageModels;
}) {
  const { registry, requireRead, storage, models } = options;
  registry.register({
    name: 'storage-health',
    title: 'Storage health',
    description:
      'Tells how the storage (Ceph) of the platforms is: health, why, whether data is at risk, who is affected and what to do next. Use it when somebody asks whether storage is safe, or why an app cannot read or write. Health unknown means that nobody can tell now; it is not well.',
    attributes: readOnlyAction,
    visibilityPermission: storageReadPermission,
    schema: {
      input: z =>
        z.object({
          platform: z.string().optional().describe('Id of a platform'),
          cluster: z.string().optional().describe('Name of a cluster'),
        }),
      output: z =>
        z.object({
          items: z.array(
            z.object({
              platform: z.string(),
              cluster: z.string(),
              name: z.string(),
              health: z.string().describe('ok, warning, critical or unknown'),
              since: z.string().optional().describe('ISO 8601'),
              lastKnown: z
                .object({ health: z.string(), observedAt: z.string() })
                .optional()
                .describe('While health is unknown: what it was, and when'),
              reasons: z.array(
                z.object({
                  code: z.string(),
                  severity: z.string().describe('critical, warning or info'),
                  title: z.string(),
                  meaning: z.string(),
                  dataRisk: z
                    .string()
                    .describe('none, less-redundant, blocked or damaged'),
                  muted: z.boolean(),
                  since: z.string().optional().describe('ISO 8601'),
                  asOf: z
                    .string()
                    .optional()
                    .describe('ISO 8601; given where this may be old'),
                  hosts: z.array(z.string()),
                  pools: z.array(z.string()),
                  apps: z
                    .array(
                      z.object({
                        entityRef: z.string().optional(),
                        name: z.string(),
                        owner: z.string().optional(),
                      }),
                    )
                    .describe('Apps whose data it puts at risk'),
                  nextStep: z.string(),
                }),
              ),
              usedBytes: z.number().optional(),
              totalBytes: z
                .number()
                .optional()
                .describe('Raw, before replication'),
              problems: z
                .array(z.string())
                .describe('Why sources could not be read, and what to do'),
            }),
          ),
        }),
    },
    examples: [
      { title: 'Storage of one platform', input: { platform: 'pitower' } },
    ],
    action: async ({ input, credentials }) => {
      await requireRead(credentials);
      const items = storage.find(input).flatMap(found =>
        models.listCeph(found).map(detail => ({
          platform: detail.platform,
          cluster: detail.cluster,
          name: detail.name,
          health: detail.health,
          since: detail.since,
          lastKnown: detail.lastKnown,
          reasons: detail.reasons.map(reason => {
            const words = healthChecks[toHealthCheckCode(reason.code)];
            return {
              code: reason.code,
              severity: reason.severity,
              title: words.title,
              meaning: words.meaning,
              dataRisk: reason.dataRisk,
              muted: reason.muted,
              since: reason.since,
              asOf: reason.asOf,
              hosts: reason.affects.hosts,
              pools: reason.affects.pools,
              apps: reason.affects.apps.map(({ entityRef, name, owner }) => ({
                entityRef,
                name,
                owner,
              })),
              nextStep: nameFlags(words.nextStep, reason.raw),
            };
          }),
          ...(detail.capacity.known && detail.capacity.value),
          problems: detail.sources.flatMap(({ problem }) =>
            problem ? describeSourceProblem(problem) : [],
          ),
        })),
      );
      return { output: { items } };
    },
  });
}
