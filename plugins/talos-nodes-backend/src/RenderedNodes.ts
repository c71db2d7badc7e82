import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { NodeList } from '@internal/plugin-talos-nodes-common';

const compress = promisify(gzip);

/** Machines of a large fleet change all the time; the list of all is written anew after this. */
const FRESH_MILLISECONDS = 1000;
/** So old it may be while a newer one is written; who asks later waits for that. */
const OLDEST_MILLISECONDS = 3000;

/** The list, as it goes over the wire. */
export interface Rendered {
  revision: string;
  gzipped: Buffer;
}

/** A list of machines, written and compressed once for all who ask, and not again until something changes. */
export class RenderedNodes {
  readonly #readRevision: () => string;
  readonly #list: () => NodeList;
  #kept?: { at: number; rendered: Rendered };
  #writing?: Promise<Rendered>;

  constructor(options: {
    /** Differs where the list does. */
    readRevision: () => string;
    list: () => NodeList;
  }) {
    this.#readRevision = options.readRevision;
    this.#list = options.list;
  }

  async read(): Promise<Rendered> {
    const revision = this.#readRevision();
    const kept = this.#kept;
    const age = kept ? performance.now() - kept.at : Infinity;
    if (
      kept &&
      (kept.rendered.revision === revision || age < FRESH_MILLISECONDS)
    ) {
      return kept.rendered;
    }
    this.#writing ??= this.#write(revision).finally(() => {
      this.#writing = undefined;
    });
    if (!kept || age > OLDEST_MILLISECONDS) return this.#writing;
    // Whoever has to wait for it is told.
    this.#writing.catch(() => undefined);
    return kept.rendered;
  }

  async #write(revision: string): Promise<Rendered> {
    const at = performance.now();
    const gzipped = await compress(JSON.stringify(this.#list()));
    const rendered = { revision, gzipped };
    this.#kept = { at, rendered };
    return rendered;
  }
}
