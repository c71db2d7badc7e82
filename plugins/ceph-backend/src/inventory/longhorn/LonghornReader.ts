import {
  type HttpFailure,
  type JsonAnswer,
  type KubernetesReader,
} from '@internal/upstream';
import { type Attempt, keep, type Kept } from '../Kept';
import { describeKubernetesFailure } from '../kubernetes/describeKubernetesFailure';
import { toUnreadReason } from '../kubernetes/toUnreadReason';
import {
  type LonghornVolume,
  longhornVolumeSchema,
  type Replica,
  replicaSchema,
} from './longhornSchemas';

/** What Longhorn's resources tell of its volumes. */
export interface Longhorn {
  volumes: readonly LonghornVolume[];
  replicas: readonly Replica[];
}

const API = '/apis/longhorn.io/v1beta2';

/** Reads Longhorn's resources, in whatever namespace it runs; two lists, no secret. */
export class LonghornReader {
  readonly #cluster: string;
  readonly #reader: KubernetesReader;
  #known: Kept<Longhorn> | undefined;

  constructor(cluster: string, reader: KubernetesReader) {
    this.#cluster = cluster;
    this.#reader = reader;
  }

  /** Absent where no volume was ever Longhorn's. */
  get known(): Kept<Longhorn> | undefined {
    return this.#known;
  }

  async read(signal: AbortSignal): Promise<void> {
    const [volumes, replicas] = await Promise.all([
      this.#reader.list(`${API}/volumes`, longhornVolumeSchema, signal),
      this.#reader.list(`${API}/replicas`, replicaSchema, signal),
    ]);
    if (signal.aborted) return;
    const before: Kept<Longhorn> = this.#known ?? {
      state: 'unread',
      reason: 'not-reachable',
    };
    this.#known = keep(before, this.#join(volumes, replicas), new Date());
  }

  #join(
    volumes: JsonAnswer<LonghornVolume[]>,
    replicas: JsonAnswer<Replica[]>,
  ): Attempt<Longhorn> {
    if (!volumes.ok) return this.#fail(volumes.failure);
    if (!replicas.ok) return this.#fail(replicas.failure);
    return {
      ok: true,
      value: { volumes: volumes.value, replicas: replicas.value },
    };
  }

  #fail(failure: HttpFailure): Attempt<Longhorn> {
    return {
      ok: false,
      reason: toUnreadReason(failure),
      problem: describeKubernetesFailure(failure, {
        cluster: this.#cluster,
        what: 'volumes and replicas of longhorn.io',
      }),
    };
  }
}
