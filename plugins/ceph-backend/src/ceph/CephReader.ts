import type { StorageSourceState } from '@internal/plugin-ceph-common';
import type { CephSources, StorageCluster } from '../config';
import type { CephLedger } from '../history/CephLedger';
import type { ManagerFailure } from '../manager/ManagerFailure';
import {
  type ManagerOutcome,
  ManagerReader,
  type ManagerReading,
} from '../manager/ManagerReader';
import { MetricsReader } from '../metrics/MetricsReader';
import { judgeFreshness, readIntervalSeconds } from '../rook/judgeFreshness';
import type { CephCluster, CephPart } from '../rook/resources';
import {
  type RookAnswer,
  type RookReading,
  RookReader,
} from '../rook/RookReader';
import { toDaemons } from '../rook/toDaemons';
import { toRookOsds } from '../rook/toRookOsds';
import { buildCeph } from './buildCeph';
import type { CephInputs, Standing } from './CephInputs';
import type { CephReading } from './CephReading';
import { describeRook } from './describeRook';
import { restoreCeph } from './restoreCeph';
import { SourceLog } from './SourceLog';

/** So long may managers take turns before it is said that none answers. */
const SWITCHING_MILLISECONDS = 2 * 60 * 1000;

/** Reads the Ceph clusters of one Kubernetes cluster, and remembers what was last good. */
export class CephReader {
  readonly #cluster: StorageCluster;
  readonly #sources: CephSources;
  readonly #rook?: RookReader;
  readonly #manager?: ManagerReader;
  readonly #metrics?: MetricsReader;
  readonly #ledger: CephLedger;
  readonly #log = new SourceLog();
  readonly #disagreeing = new Map<string, Date>();
  readonly #fsids = new Map<string, string>();
  #lastRook?: RookReading;
  #lastManager?: ManagerReading;
  #managerFailingSince?: Date;
  #restored: CephReading[] = [];

  constructor(options: {
    cluster: StorageCluster;
    sources: CephSources;
    ledger: CephLedger;
  }) {
    const { cluster, sources } = options;
    this.#cluster = cluster;
    this.#sources = sources;
    this.#ledger = options.ledger;
    this.#rook =
      cluster.kubernetes &&
      new RookReader({
        ...cluster,
        connection: cluster.kubernetes,
        sources,
      });
    this.#manager =
      sources.manager && new ManagerReader(sources.manager, cluster);
    this.#metrics =
      sources.metrics &&
      new MetricsReader({
        url: sources.metrics.url,
        deadlineMilliseconds: cluster.deadlineMilliseconds,
      });
  }

  /** What was known before the process started; nothing of it counts as well. */
  async load(): Promise<CephReading[]> {
    const { platform, cluster } = this.#cluster;
    const details = await this.#ledger.load({ platform, cluster });
    this.#restored = details.map(detail => restoreCeph(detail));
    return this.#restored;
  }

  /** Never throws for what a source does; that is in the states. */
  async read(signal: AbortSignal): Promise<{
    ceph: CephReading[];
    sources: StorageSourceState[];
  }> {
    const [rook, outcome, metrics] = await Promise.all([
      this.#rook?.read(signal),
      this.#manager?.read(signal),
      this.#metrics?.read(signal),
    ]);
    const now = new Date();
    if (rook?.ok) this.#lastRook = rook.reading;
    if (outcome?.ok) {
      this.#lastManager = outcome.reading;
      this.#managerFailingSince = undefined;
    } else if (outcome) {
      this.#managerFailingSince ??= now;
    }
    const shared = [
      ...this.#noteKubernetes(rook, now),
      ...(metrics
        ? [
            this.#log.note(
              metrics.ok
                ? {
                    source: 'prometheus',
                    state: 'fresh',
                    observedAt: metrics.observedAt.toISOString(),
                  }
                : {
                    source: 'prometheus',
                    state: 'unreachable',
                    problem: metrics.problem,
                  },
              now,
            ),
          ]
        : []),
    ];
    const clusters = this.#lastRook?.clusters ?? [];
    if (!this.#lastRook) {
      const sources = [
        this.#noteRook(rook, undefined, now),
        this.#noteManager(outcome, undefined, now),
        ...shared,
      ];
      return {
        ceph: this.#restored.map(({ detail }) => restoreCeph(detail, sources)),
        sources,
      };
    }
    const ceph: CephReading[] = [];
    let told: StorageSourceState[] = [];
    for (const resource of clusters) {
      const foreign = this.#isForeign(resource);
      const sources = [
        this.#noteRook(rook, resource, now),
        this.#noteManager(outcome, foreign, now),
        ...shared,
      ];
      const reading = buildCeph({
        ...this.#toInputs(resource, rook, this.#lastRook, now),
        manager: foreign
          ? { state: 'foreign' }
          : {
              ...this.#standManager(outcome, now),
              reading: this.#lastManager,
            },
        metrics: metrics?.ok ? metrics : undefined,
        sources,
      });
      const detail = this.#ledger.stamp(reading.detail, {
        rook: resource.status.ceph,
        now,
      });
      ceph.push({ ...reading, detail });
      told = sources;
    }
    if (clusters.length === 0) {
      told = [
        this.#noteRook(rook, undefined, now),
        this.#noteManager(outcome, undefined, now),
        ...shared,
      ];
    }
    return { ceph, sources: told };
  }

  async close(): Promise<void> {
    await this.#rook?.close();
    await this.#manager?.close();
  }

  #toInputs(
    resource: CephCluster,
    rook: RookAnswer | undefined,
    reading: RookReading,
    now: Date,
  ): Omit<CephInputs, 'manager' | 'sources'> {
    const { platform, cluster } = this.#cluster;
    const workloads = rook?.ok ? rook.reading.workloads : undefined;
    return {
      platform,
      cluster,
      now,
      disagreeingSince: this.#followDisagreement(resource, now),
      rook: {
        resource,
        failed: [
          ...listFailed('CephBlockPool', reading.blockPools),
          ...listFailed('CephFilesystem', reading.filesystems),
        ],
        freshness: judgeFreshness(resource, now),
        isReadable: rook?.ok ?? false,
        observedAt: reading.observedAt,
        workloads: workloads && {
          osds: toRookOsds(workloads),
          monitors: toDaemons(workloads.pods, 'mon'),
          managers: toDaemons(workloads.pods, 'mgr'),
          operator: workloads.operator,
        },
      },
    };
  }

  /** Rook and the manager look at different moments; only what lasts is told. */
  #followDisagreement(resource: CephCluster, now: Date): Date | undefined {
    const { name } = resource.metadata;
    const health = resource.status.ceph?.health;
    const other = this.#lastManager?.full.health.status;
    if (!health || !other || health === other || this.#managerFailingSince) {
      this.#disagreeing.delete(name);
      return undefined;
    }
    const since = this.#disagreeing.get(name) ?? now;
    this.#disagreeing.set(name, since);
    const patience = 2 * readIntervalSeconds(resource) * 1000;
    return now.getTime() - since.getTime() > patience ? since : undefined;
  }

  /** The manager's own fsid where it is not the CephCluster's. */
  #isForeign(resource: CephCluster): string | undefined {
    const { name } = resource.metadata;
    const { fsid } = resource.status.ceph ?? {};
    // Rook leaves it out while it cannot reach Ceph.
    if (fsid) this.#fsids.set(name, fsid);
    const expected = this.#fsids.get(name);
    const full = this.#lastManager?.full;
    const found = full?.osd_map?.fsid ?? full?.mon_status?.monmap.fsid;
    return expected && found && expected !== found ? found : undefined;
  }

  #standManager(outcome: ManagerOutcome | undefined, now: Date): Standing {
    if (!outcome) return { state: 'not-configured' };
    if (outcome.ok) return { state: 'fresh' };
    if (outcome.isWithoutMonitors) return { state: 'without-monitors' };
    if (isRefusal(outcome.failure)) return { state: 'refused' };
    const since = this.#managerFailingSince ?? now;
    return mayBeSwitching(outcome.failure) &&
      now.getTime() - since.getTime() < SWITCHING_MILLISECONDS
      ? { state: 'switching' }
      : { state: 'unreachable' };
  }

  #noteRook(
    rook: RookAnswer | undefined,
    resource: CephCluster | undefined,
    now: Date,
  ): StorageSourceState {
    return this.#log.note(
      describeRook({
        rook,
        resource,
        now,
        cluster: this.#cluster.cluster,
        namespace: this.#sources.namespace,
      }),
      now,
    );
  }

  /** The pods and deployments of Rook; nothing is said of them where Rook's resources cannot be read either. */
  #noteKubernetes(
    rook: RookAnswer | undefined,
    now: Date,
  ): StorageSourceState[] {
    if (!rook?.ok) return [];
    const { workloadsFailure: failure, observedAt } = rook.reading;
    return [
      this.#log.note(
        failure
          ? {
              source: 'kubernetes',
              state:
                failure.reason === 'forbidden' ? 'forbidden' : 'unreachable',
              problem: failure.problem,
            }
          : {
              source: 'kubernetes',
              state: 'fresh',
              observedAt: observedAt.toISOString(),
            },
        now,
      ),
    ];
  }

  #noteManager(
    outcome: ManagerOutcome | undefined,
    foreignFsid: string | undefined,
    now: Date,
  ): StorageSourceState {
    const source = 'ceph-manager';
    if (!outcome) return { source, state: 'not-configured' };
    if (foreignFsid) {
      return {
        source,
        state: 'absent',
        problem: `What answers at ${this.#sources.manager?.url} is the Ceph cluster ${foreignFsid}, not the one of ${this.#cluster.cluster}. Correct ceph.manager.url.`,
      };
    }
    if (outcome.ok) {
      const { observedAt, osdsFailure } = outcome.reading;
      return this.#log.note(
        {
          source,
          state: 'fresh',
          observedAt: observedAt.toISOString(),
          problem: osdsFailure ?? describeMissing(outcome.reading),
        },
        now,
      );
    }
    return this.#log.note(
      { source, state: toSourceState(outcome), problem: outcome.problem },
      now,
    );
  }
}

function toSourceState({
  isWithoutMonitors,
  failure,
}: Extract<ManagerOutcome, { ok: false }>): StorageSourceState['state'] {
  if (isWithoutMonitors) return 'stale';
  return isRefusal(failure) ? 'forbidden' : 'unreachable';
}

function listFailed(kind: string, parts: readonly CephPart[]): string[] {
  return parts
    .filter(({ status }) => status?.phase === 'Failure')
    .map(({ metadata }) => `${kind} ${metadata.name}: Failure`);
}

function isRefusal({ reason }: ManagerFailure): boolean {
  return (
    reason === 'login-refused' ||
    reason === 'token-refused' ||
    reason === 'forbidden'
  );
}

function mayBeSwitching({ reason }: ManagerFailure): boolean {
  return (
    reason === 'not-active' ||
    reason === 'unreachable' ||
    reason === 'unavailable'
  );
}

/** The scopes a role lacks, by the parts that are not in the answer. */
function describeMissing({ full }: ManagerReading): string | undefined {
  const scopes = [
    full.mon_status ? undefined : 'monitor',
    full.osd_map ? undefined : 'osd',
    full.pools ? undefined : 'pool',
    full.fs_map ? undefined : 'cephfs',
  ].filter(scope => scope !== undefined);
  return scopes.length > 0
    ? `Ceph's manager leaves out what the user's role may not read. Give it read on the scopes ${scopes.join(', ')}.`
    : undefined;
}
