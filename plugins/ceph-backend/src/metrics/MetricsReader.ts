import { toError } from '@backstage/errors';
import {
  type SourceProblem,
  toSourceProblem,
} from '@internal/plugin-ceph-common';
import { readLimited } from '@internal/upstream';
import { fetch } from 'undici';
import { type Metric, parseMetrics } from './parseMetrics';

const LIMIT_MEGABYTES = 32;

export type MetricsOutcome =
  | {
      ok: true;
      observedAt: Date;
      metrics: ReadonlyMap<string, readonly Metric[]>;
    }
  | { ok: false; problem: SourceProblem };

/**
 * Reads the Prometheus module of Ceph's manager. It goes on answering with old
 * numbers when the monitors are gone, so that it proves nothing to be well.
 */
export class MetricsReader {
  readonly #url: string;
  readonly #deadlineMilliseconds: number;

  constructor(options: { url: string; deadlineMilliseconds: number }) {
    this.#url = options.url;
    this.#deadlineMilliseconds = options.deadlineMilliseconds;
  }

  async read(signal: AbortSignal): Promise<MetricsOutcome> {
    const observedAt = new Date();
    const url = this.#url;
    try {
      const response = await fetch(`${url}/metrics`, {
        redirect: 'manual',
        signal: AbortSignal.any([
          signal,
          AbortSignal.timeout(this.#deadlineMilliseconds),
        ]),
      });
      if (response.status !== 200) {
        await response.body?.cancel();
        return {
          ok: false,
          problem: toSourceProblem('metrics-unavailable', {
            url,
            status: response.status,
          }),
        };
      }
      const text = await readLimited(
        response.body ?? [],
        LIMIT_MEGABYTES * 1024 * 1024,
      );
      if (text === undefined) {
        return {
          ok: false,
          problem: toSourceProblem('metrics-too-large', {
            url,
            limitMegabytes: LIMIT_MEGABYTES,
          }),
        };
      }
      if (text.trim() === '') {
        return {
          ok: false,
          problem: toSourceProblem('metrics-empty', { url }),
        };
      }
      const metrics = parseMetrics(text);
      return metrics.has('ceph_health_status')
        ? { ok: true, observedAt, metrics }
        : {
            ok: false,
            problem: toSourceProblem('metrics-not-of-ceph', { url }),
          };
    } catch (error) {
      const isSlow = toError(error).name === 'TimeoutError';
      return {
        ok: false,
        problem: toSourceProblem(
          isSlow ? 'metrics-slow' : 'metrics-unreachable',
          { url },
        ),
      };
    }
  }
}
