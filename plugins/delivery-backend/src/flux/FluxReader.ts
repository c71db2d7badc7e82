import type { z } from 'zod';
import type {
  DeliveryReader,
  DeliveryReading,
} from '../snapshots/DeliveryReader';
import { describeFluxFailure, type FluxFailure } from './describeFluxFailure';
import type { FluxClient } from './FluxClient';
import type { FluxCluster } from './readFluxClusters';
import { toFluxUnit } from './toFluxUnit';
import {
  helmReleaseSchema,
  kustomizationSchema,
  type HelmRelease,
} from './wire';

/** Reads one cluster's Flux: two lists a reading. */
export class FluxReader implements DeliveryReader {
  readonly #cluster: FluxCluster;
  readonly #client: FluxClient;
  #count = 0;

  static create(options: { cluster: FluxCluster; client: FluxClient }) {
    return new FluxReader(options.cluster, options.client);
  }

  private constructor(cluster: FluxCluster, client: FluxClient) {
    this.#cluster = cluster;
    this.#client = client;
  }

  async read(signal: AbortSignal): Promise<DeliveryReading> {
    const [listed, listedReleases] = await Promise.all([
      this.#client.listKustomizations(signal),
      this.#client.listHelmReleases(signal),
    ]);
    if (!listed.ok) return this.#failed(listed.failure);
    // A cluster without the Helm controller does not know HelmReleases.
    const hasReleases =
      listedReleases.ok || listedReleases.failure.reason === 'not-found';
    if (!hasReleases) return this.#failed(listedReleases.failure);

    const kustomizations = parseItems(listed.value, kustomizationSchema);
    const releases = parseItems(
      listedReleases.ok ? listedReleases.value : [],
      helmReleaseSchema,
    );
    if (!kustomizations.ok) return this.#failed(kustomizations.failure);
    if (!releases.ok) return this.#failed(releases.failure);
    // A token that lost its right in a namespace sees an empty list, without an error.
    if (kustomizations.value.length === 0 && this.#count > 0) {
      return this.#failed({ reason: 'suddenly-empty', before: this.#count });
    }
    this.#count = kustomizations.value.length;
    return {
      ok: true,
      units: kustomizations.value.map(kustomization =>
        toFluxUnit({
          cluster: this.#cluster,
          kustomization,
          releases: releases.value.filter(release =>
            isAppliedBy(release, kustomization.metadata),
          ),
        }),
      ),
    };
  }

  #failed(failure: FluxFailure): DeliveryReading {
    return { ok: false, reason: describeFluxFailure(failure, this.#cluster) };
  }
}

/** Flux's kustomize-controller marks what it applies with these labels. */
function isAppliedBy(
  { metadata: { labels } }: HelmRelease,
  unit: { name: string; namespace: string },
): boolean {
  return (
    labels?.['kustomize.toolkit.fluxcd.io/name'] === unit.name &&
    labels['kustomize.toolkit.fluxcd.io/namespace'] === unit.namespace
  );
}

function parseItems<T extends z.ZodType>(
  items: unknown[],
  schema: T,
):
  | { ok: true; value: z.output<T>[] }
  | { ok: false; failure: { reason: 'malformed'; detail: string } } {
  const value: z.output<T>[] = [];
  for (const [index, item] of items.entries()) {
    const parsed = schema.safeParse(item);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return {
        ok: false,
        failure: {
          reason: 'malformed',
          detail: `items.${index}.${issue.path.join('.')}: ${issue.message}`,
        },
      };
    }
    value.push(parsed.data);
  }
  return { ok: true, value };
}
