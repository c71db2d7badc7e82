import { describeProblem } from '@internal/upstream';
import type { NodeCluster } from '../config';
import type { NodeSources, SourceHealth } from '../node/NodeSources';
import { querySamples, type Sample } from '../prometheus/querySamples';
import { toMetrics } from '../prometheus/toMetrics';
import { nextHealth } from './nextHealth';

/** What exporters know of one cluster's machines. While it fails nothing is known: old temperatures would mislead. */
export class PrometheusSource {
  readonly #options: {
    cluster: string;
    prometheus: NonNullable<NodeCluster['prometheus']>;
    deadlineMilliseconds: number;
  };
  #samples: Sample[] = [];
  #health: SourceHealth = {};

  constructor(options: {
    cluster: string;
    prometheus: NonNullable<NodeCluster['prometheus']>;
    deadlineMilliseconds: number;
  }) {
    this.#options = options;
  }

  get health(): SourceHealth {
    return this.#health;
  }

  toSource(machine: {
    name: string;
    addresses: readonly string[];
  }): NonNullable<NodeSources['prometheus']> {
    return {
      ...this.#health,
      metrics: this.#health.failure
        ? undefined
        : toMetrics(this.#samples, machine),
    };
  }

  async refresh(signal: AbortSignal): Promise<void> {
    const { cluster, prometheus, deadlineMilliseconds } = this.#options;
    const answer = await querySamples(prometheus, deadlineMilliseconds, signal);
    if (signal.aborted) return;
    this.#samples = answer.ok ? answer.value : [];
    this.#health = nextHealth(
      this.#health,
      answer.ok
        ? undefined
        : `Prometheus of ${cluster} at ${prometheus.url} ${describeProblem(answer.failure)}.`,
      new Date(),
    );
  }
}
