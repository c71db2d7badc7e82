import { type KubernetesReader, podSchema } from '@internal/upstream';
import type { z } from 'zod';
import { type Attempt, keep, type Kept } from '../Kept';
import type { KubernetesInventory } from '../Inventory';
import { attachmentSchema } from './attachmentSchema';
import { budgetSchema } from './budgetSchema';
import { claimSchema } from './claimSchema';
import { nodeSchema } from './nodeSchema';
import { persistentVolumeSchema } from './persistentVolumeSchema';
import { storageClassSchema } from './storageClassSchema';
import { describeKubernetesFailure } from './describeKubernetesFailure';
import { toUnreadReason } from './toUnreadReason';

const unread = { state: 'unread', reason: 'not-reachable' } as const;
const unconfigured = { state: 'unread', reason: 'not-configured' } as const;

/** Lists the objects of one cluster, kind by kind: one that fails costs no other. */
export class ObjectLists {
  readonly #cluster: string;
  readonly #reader: KubernetesReader | undefined;
  #known: KubernetesInventory;

  /** `reader` is absent where no connection is configured. */
  constructor(cluster: string, reader: KubernetesReader | undefined) {
    this.#cluster = cluster;
    this.#reader = reader;
    const nothing = reader ? unread : unconfigured;
    this.#known = {
      nodes: nothing,
      pods: nothing,
      volumes: nothing,
      claims: nothing,
      storageClasses: nothing,
      attachments: nothing,
      budgets: nothing,
    };
  }

  get known(): KubernetesInventory {
    return this.#known;
  }

  async read(signal: AbortSignal): Promise<void> {
    const reader = this.#reader;
    if (!reader) return;
    const list = <T>(
      before: Kept<readonly T[]>,
      path: string,
      schema: z.ZodType<T>,
    ) => this.#list(reader, before, { path, schema, signal });
    const known = this.#known;
    const storage = '/apis/storage.k8s.io/v1';
    const [nodes, pods, volumes, claims, storageClasses, attachments, budgets] =
      await Promise.all([
        list(known.nodes, '/api/v1/nodes', nodeSchema),
        list(known.pods, '/api/v1/pods', podSchema),
        list(
          known.volumes,
          '/api/v1/persistentvolumes',
          persistentVolumeSchema,
        ),
        list(known.claims, '/api/v1/persistentvolumeclaims', claimSchema),
        list(
          known.storageClasses,
          `${storage}/storageclasses`,
          storageClassSchema,
        ),
        list(
          known.attachments,
          `${storage}/volumeattachments`,
          attachmentSchema,
        ),
        list(
          known.budgets,
          '/apis/policy/v1/poddisruptionbudgets',
          budgetSchema,
        ),
      ]);
    if (signal.aborted) return;
    this.#known = {
      nodes,
      pods,
      volumes,
      claims,
      storageClasses,
      attachments,
      budgets,
    };
  }

  async close(): Promise<void> {
    await this.#reader?.close();
  }

  async #list<T>(
    reader: KubernetesReader,
    before: Kept<readonly T[]>,
    request: { path: string; schema: z.ZodType<T>; signal: AbortSignal },
  ): Promise<Kept<readonly T[]>> {
    const { path, schema, signal } = request;
    const answer = await reader.list(path, schema, signal);
    const attempt: Attempt<readonly T[]> = answer.ok
      ? answer
      : {
          ok: false,
          reason: toUnreadReason(answer.failure),
          problem: describeKubernetesFailure(answer.failure, {
            cluster: this.#cluster,
            what: path,
          }),
        };
    return keep(before, attempt, new Date());
  }
}
