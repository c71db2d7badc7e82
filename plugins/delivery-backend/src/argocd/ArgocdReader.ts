import type {
  DeliveryReader,
  DeliveryReading,
} from '../snapshots/DeliveryReader';
import type { ArgocdClient } from './ArgocdClient';
import { describeArgocdFailure, type ArgocdFailure } from './ArgocdFailure';
import type { ArgocdInstance } from './readArgocdInstances';
import { toDeliveryUnit } from './toDeliveryUnit';
import {
  applicationRowSchema,
  type ApplicationDetails,
  type ApplicationRow,
} from './wire';

const DETAILS_AT_ONCE = 6;
const OLD_DETAILS_PER_READING = 10;

type KnownDetails = {
  fingerprint: string;
  readAt: number;
  details?: ApplicationDetails;
};

/**
 * Reads one Argo CD. Each reading is one list; the details of an application
 * (revision, history, messages), which no list can give, are read when its row
 * changed, and a few of the oldest are read again in every round.
 */
export class ArgocdReader implements DeliveryReader {
  readonly #instance: ArgocdInstance;
  readonly #client: ArgocdClient;
  readonly #known = new Map<string, KnownDetails>();
  #round = 0;
  #count = 0;

  static create(options: { instance: ArgocdInstance; client: ArgocdClient }) {
    return new ArgocdReader(options.instance, options.client);
  }

  private constructor(instance: ArgocdInstance, client: ArgocdClient) {
    this.#instance = instance;
    this.#client = client;
  }

  async read(signal: AbortSignal): Promise<DeliveryReading> {
    const list = await this.#client.listApplications(signal);
    if (!list.ok) return this.#failed(list.failure);
    const rows = parseRows(list.value);
    if (!rows.ok) return this.#failed(rows.failure);
    // The list leaves out what a token may not see, without an error.
    if (rows.value.length === 0 && this.#count > 0) {
      return this.#failed({ reason: 'suddenly-empty', before: this.#count });
    }
    this.#count = rows.value.length;
    await this.#readDetails(rows.value, signal);
    return {
      ok: true,
      units: rows.value.map(row =>
        toDeliveryUnit({
          instance: this.#instance,
          row,
          details: this.#known.get(toKey(row))?.details,
        }),
      ),
    };
  }

  #failed(failure: ArgocdFailure): DeliveryReading {
    return {
      ok: false,
      reason: describeArgocdFailure(failure, this.#instance),
    };
  }

  async #readDetails(rows: ApplicationRow[], signal: AbortSignal) {
    this.#round += 1;
    const keys = new Set(rows.map(toKey));
    for (const key of this.#known.keys()) {
      if (!keys.has(key)) this.#known.delete(key);
    }
    const isChanged = (row: ApplicationRow) =>
      this.#known.get(toKey(row))?.fingerprint !== toFingerprint(row);
    const readAt = (row: ApplicationRow) =>
      this.#known.get(toKey(row))?.readAt ?? 0;
    const oldest = rows
      .filter(row => !isChanged(row))
      .sort((left, right) => readAt(left) - readAt(right))
      .slice(0, OLD_DETAILS_PER_READING);
    const queue = [...rows.filter(isChanged), ...oldest];
    await Promise.all(
      Array.from({ length: DETAILS_AT_ONCE }, async () => {
        for (let row = queue.shift(); row; row = queue.shift()) {
          const isAnswering = await this.#readOne(row, signal);
          if (!isAnswering) queue.length = 0;
        }
      }),
    );
  }

  /** Keeps the details read before where there are no newer ones; false where asking on is pointless. */
  async #readOne(row: ApplicationRow, signal: AbortSignal): Promise<boolean> {
    const answer = await this.#client.getApplication(row.metadata, signal);
    const key = toKey(row);
    if (answer.ok) {
      this.#known.set(key, {
        fingerprint: toFingerprint(row),
        readAt: this.#round,
        details: answer.value,
      });
      return true;
    }
    return ['forbidden', 'not-found', 'malformed'].includes(
      answer.failure.reason,
    );
  }
}

function toKey(row: ApplicationRow): string {
  return `${row.metadata.namespace ?? ''}/${row.metadata.name}`;
}

function toFingerprint(row: ApplicationRow): string {
  const { sync, health, summary, operationState } = row.status ?? {};
  return JSON.stringify([
    sync?.status,
    health?.status,
    summary?.images,
    operationState?.phase,
    operationState?.startedAt,
    operationState?.finishedAt,
  ]);
}

type Rows =
  { ok: true; value: ApplicationRow[] } | { ok: false; failure: ArgocdFailure };

/** An item that has a name but makes no sense otherwise counts as unknown. */
function parseRows(items: unknown[]): Rows {
  const rows: ApplicationRow[] = [];
  for (const [index, item] of items.entries()) {
    const parsed = applicationRowSchema.safeParse(item);
    const named = applicationRowSchema.pick({ metadata: true }).safeParse(item);
    if (parsed.success) {
      rows.push(parsed.data);
    } else if (named.success) {
      rows.push({ metadata: named.data.metadata });
    } else {
      return {
        ok: false,
        failure: {
          reason: 'malformed',
          detail: `items.${index}.metadata: ${named.error.issues[0].message}`,
        },
      };
    }
  }
  return { ok: true, value: rows };
}
