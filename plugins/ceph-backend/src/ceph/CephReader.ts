import type { StorageSourceState } from '@internal/plugin-ceph-common';
import type { CephSources, StorageCluster } from '../config';
import type { CephLedger } from '../history/CephLedger';
import { type ManagerOutcome, ManagerReader } from '../manager/ManagerReader';
import { type MetricsOutcome, MetricsReader } from '../metrics/MetricsReader';
import type { CephCluster } from '../rook/resources';
import {
  type RookAnswer,
  type RookReading,
  RookReader,
} from '../rook/RookReader';
import { toRookInputs } from '../rook/toRookInputs';
import { buildCeph } from './buildCeph';
import { areMetricsProven } from './CephInputs';
import type { CephReading } from './CephReading';
import { describeManager } from './describeManager';
import { describeMetrics } from './describeMetrics';
import { describeRook } from './describeRook';
import { describeWorkloads } from './describeWorkloads';
import { Disagreement } from './Disagreement';
import { ManagerWatch } from './ManagerWatch';
import { restoreCeph } from './restoreCeph';
import { SourceLog } from './SourceLog';

interface Answers {
  rook?: RookAnswer;
  manager?: ManagerOutcome;
  metrics?: MetricsOutcome;
  now: Date;
}

/** Reads the Ceph clusters of one Kubernetes cluster, and remembers what was last good. */
export class CephReader {
  readonly #cluster: StorageCluster;
  readonly #sources: CephSources;
  readonly #rook?: RookReader;
  readonly #manager?: ManagerReader;
  readonly #metrics?: MetricsReader;
  readonly #ledger: CephLedger;
  readonly #log = new SourceLog();
  readonly #managerWatch = new ManagerWatch();
  readonly #disagreement = new Disagreement();
  #lastRook?: RookReading;
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
    const [rook, manager, metrics] = await Promise.all([
      this.#rook?.read(signal),
      this.#manager?.read(signal),
      this.#metrics?.read(signal),
    ]);
    const answers = { rook, manager, metrics, now: new Date() };
    if (rook?.ok) this.#lastRook = rook.reading;
    this.#managerWatch.note(manager, answers.now);
    const last = this.#lastRook;
    if (!last || last.clusters.length === 0) {
      const sources = this.#note(answers, manager?.ok ?? false);
      const restored = last ? [] : this.#restored;
      return {
        ceph: restored.map(({ detail }) => restoreCeph(detail, sources)),
        sources,
      };
    }
    const ceph = last.clusters.map(resource =>
      this.#build(resource, last, answers),
    );
    return { ceph, sources: ceph.at(-1)?.detail.sources ?? [] };
  }

  async close(): Promise<void> {
    await this.#rook?.close();
    await this.#manager?.close();
  }

  #build(
    resource: CephCluster,
    last: RookReading,
    answers: Answers,
  ): CephReading {
    const { platform, cluster } = this.#cluster;
    const { metrics, now } = answers;
    const manager = this.#managerWatch.stand(resource, now);
    const inputs = {
      platform,
      cluster,
      now,
      rook: toRookInputs(resource, answers.rook, last, now),
      manager,
      metrics: metrics?.ok ? metrics : undefined,
      disagreeingSince: this.#disagreement.follow(resource, manager, now),
    };
    const reading = buildCeph({
      ...inputs,
      sources: this.#note(answers, areMetricsProven(inputs), resource),
    });
    const detail = this.#ledger.stamp(reading.detail, {
      rook: resource.status.ceph,
      now,
    });
    return { ...reading, detail };
  }

  #note(
    { rook, manager, metrics, now }: Answers,
    isMetricsProven: boolean,
    resource?: CephCluster,
  ): StorageSourceState[] {
    const { cluster } = this.#cluster;
    const { namespace, manager: connection } = this.#sources;
    const states = [
      describeRook({ rook, resource, now, cluster, namespace }),
      describeManager({
        outcome: manager,
        foreignFsid: resource && this.#managerWatch.findForeign(resource),
        cluster,
        url: connection?.url,
      }),
      // Nothing is said of pods where Rook's resources cannot be read either.
      ...(rook?.ok ? [describeWorkloads(rook.reading)] : []),
      ...(metrics ? [describeMetrics(metrics, isMetricsProven)] : []),
    ];
    return states.map(state => this.#log.note(state, now));
  }
}
