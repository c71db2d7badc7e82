import {
  type SourceProblem,
  toSourceProblem,
} from '@internal/plugin-ceph-common';
import { z } from 'zod';
import type { ManagerConnection } from '../config';
import { type HealthFull, healthFullSchema } from './healthFull';
import { ManagerClient, type ManagerResult } from './ManagerClient';
import { describeManagerFailure, type ManagerFailure } from './ManagerFailure';
import { type OsdList, osdListSchema } from './osdList';

/** Pauses after a deadline that passed, so that requests do not pile up in a manager that hangs. */
const LONGEST_PAUSE_CYCLES = 8;
const LONGEST_PAUSE_MILLISECONDS = 5 * 60 * 1000;

/** What the manager told in a cycle in which the monitors answered. */
export interface ManagerReading {
  observedAt: Date;
  full: HealthFull;
  /** Absent where they could not be read; `osdsFailure` says why. */
  osds?: OsdList;
  osdsFailure?: SourceProblem;
}

export type ManagerOutcome =
  | { ok: true; reading: ManagerReading }
  | {
      ok: false;
      /** The manager answers, with what it knew when the monitors last answered it. */
      isWithoutMonitors: boolean;
      failure: ManagerFailure;
      problem: SourceProblem;
    };

/** Reads Ceph over its manager; what the manager says counts only where a monitor answered in the same cycle. */
export class ManagerReader {
  readonly #client: ManagerClient;
  readonly #url: string;
  readonly #refreshMilliseconds: number;
  #slowCycles = 0;
  #pauseUntil = 0;
  #osdQuery = '';
  #last?: ManagerOutcome;

  constructor(
    connection: ManagerConnection,
    options: { deadlineMilliseconds: number; refreshMilliseconds: number },
  ) {
    this.#client = new ManagerClient(connection, options);
    this.#url = connection.url;
    this.#refreshMilliseconds = options.refreshMilliseconds;
  }

  async read(signal: AbortSignal): Promise<ManagerOutcome> {
    if (this.#last && Date.now() < this.#pauseUntil) return this.#last;
    const outcome = await this.#readOnce(signal);
    const isSlow = !outcome.ok && outcome.failure.reason === 'slow';
    this.#slowCycles = isSlow ? this.#slowCycles + 1 : 0;
    // The first repetition comes with the next cycle; each further one later.
    const cycles = Math.min(2 ** (this.#slowCycles - 1), LONGEST_PAUSE_CYCLES);
    this.#pauseUntil = isSlow
      ? Date.now() +
        Math.min(
          (cycles - 1) * this.#refreshMilliseconds,
          LONGEST_PAUSE_MILLISECONDS,
        )
      : 0;
    this.#last = outcome;
    return outcome;
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  async #readOnce(signal: AbortSignal): Promise<ManagerOutcome> {
    const observedAt = new Date();
    const full = await this.#client.get({
      path: '/health/full',
      version: '1.0',
      schema: healthFullSchema,
      signal,
    });
    if (!full.ok) return this.#fail(full.failure);
    const osds = await this.#readOsds(signal);
    // Last, so that it vouches for what came before. It is the one question
    // that the manager passes on to a monitor.
    const probe = await this.#client.get({
      path: '/osd/settings',
      version: '0.1',
      schema: z.looseObject({}),
      signal,
    });
    if (!probe.ok) return this.#fail(probe.failure, true);
    return {
      ok: true,
      reading: {
        observedAt,
        full: full.value,
        osds: osds.ok ? osds.value : undefined,
        osdsFailure: osds.ok
          ? undefined
          : describeManagerFailure(osds.failure, this.#url),
      },
    };
  }

  async #readOsds(signal: AbortSignal): Promise<ManagerResult<OsdList>> {
    const request = {
      path: '/osd',
      version: '1.0',
      schema: osdListSchema,
      signal,
    };
    const list = await this.#client.get({ ...request, query: this.#osdQuery });
    if (!list.ok || isComplete(list)) return list;
    if (this.#osdQuery) {
      const { value, totalCount: total = 0 } = list;
      return {
        ok: false,
        failure: {
          reason: 'incomplete',
          path: '/osd',
          got: value.length,
          total,
        },
      };
    }
    // Only where Ceph says that it sent a part: Pacific fails on the parameter.
    this.#osdQuery = '?limit=-1';
    return this.#readOsds(signal);
  }

  #fail(failure: ManagerFailure, isProbe = false): ManagerOutcome {
    const isWithoutMonitors =
      isProbe &&
      (failure.reason === 'slow' || failure.reason === 'unavailable');
    return {
      ok: false,
      isWithoutMonitors,
      failure,
      problem: isWithoutMonitors
        ? toSourceProblem('manager-without-monitors', { url: this.#url })
        : describeManagerFailure(failure, this.#url),
    };
  }
}

function isComplete(list: {
  value: readonly unknown[];
  totalCount?: number;
}): boolean {
  return list.totalCount === undefined || list.totalCount === list.value.length;
}
