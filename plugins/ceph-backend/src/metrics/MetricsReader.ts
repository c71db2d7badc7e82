import { toError } from '@backstage/errors';
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
  | { ok: false; problem: string };

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
    const who = `The Prometheus module of Ceph's manager at ${this.#url}`;
    const check = 'Check ceph.metrics.url, and that the module is enabled.';
    try {
      const response = await fetch(`${this.#url}/metrics`, {
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
          problem: `${who} answered with status ${response.status}. ${check}`,
        };
      }
      const text = await readLimited(
        response.body ?? [],
        LIMIT_MEGABYTES * 1024 * 1024,
      );
      if (text === undefined) {
        return {
          ok: false,
          problem: `${who} sent more than ${LIMIT_MEGABYTES} MB, which is not read. ${check}`,
        };
      }
      if (text.trim() === '') {
        return {
          ok: false,
          problem: `${who} sent nothing, as a standby does. Let ceph.metrics.url lead to the active manager.`,
        };
      }
      const metrics = parseMetrics(text);
      return metrics.has('ceph_health_status')
        ? { ok: true, observedAt, metrics }
        : { ok: false, problem: `${who} sent no metrics of Ceph. ${check}` };
    } catch (error) {
      const isSlow = toError(error).name === 'TimeoutError';
      return {
        ok: false,
        problem: `${who} ${isSlow ? 'did not answer in time' : 'cannot be reached'}. ${check}`,
      };
    }
  }
}
