import type { Clock } from '../../world/clock';
import type { SimulatedCeph } from '../model/SimulatedCeph';
import { type CephReport, toCephReport } from './CephReport';

/** What stands in a CephCluster besides the report. */
export interface OperatorTimes {
  /** Since when the cluster is there. */
  since: string;
  intervalSeconds: number;
}

/** Rook's operator in one Kubernetes cluster: looks at Ceph from time to time, and writes what it saw. */
export class RookOperator {
  readonly #options: {
    ceph: SimulatedCeph;
    write(report: CephReport, times: OperatorTimes): void;
    clock: Clock;
    intervalSeconds: number;
  };
  readonly #since: string;
  readonly #timer: NodeJS.Timeout;
  #runs = true;
  #report: CephReport | undefined;

  constructor(options: {
    ceph: SimulatedCeph;
    write(report: CephReport, times: OperatorTimes): void;
    clock: Clock;
    /** Between two looks; Rook's own default is 60. */
    intervalSeconds: number;
  }) {
    this.#options = options;
    this.#since = this.#now();
    this.check();
    this.#timer = setInterval(
      () => this.check(),
      options.intervalSeconds * 1000,
    );
    this.#timer.unref();
  }

  get runs(): boolean {
    return this.#runs;
  }

  /** Ended, it writes nothing: what stands in the resources grows old. */
  setRunning(runs: boolean): void {
    this.#runs = runs;
    this.check();
  }

  /** One look, at once. */
  check(): void {
    const { ceph, write, intervalSeconds } = this.#options;
    if (this.#runs) {
      this.#report = toCephReport(ceph.observe(), this.#now(), this.#report);
      write(this.#report, { since: this.#since, intervalSeconds });
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #now(): string {
    return `${this.#options.clock.now().toISOString().slice(0, 19)}Z`;
  }
}
