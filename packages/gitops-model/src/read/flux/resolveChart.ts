import { z } from 'zod';
import { joinPath } from '../joinPath';
import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { Chart } from '../RepositoryModel';
import type { ObjectLookup } from './ClusterObjects';
import {
  type ChartSpec,
  chartSpecSchema,
  type HelmRelease,
} from './HelmRelease';
import { resolveSource } from './resolveSource';

export type ResolvedChart =
  | { state: 'remote'; chart: Chart }
  /** A directory of this repository. */
  | { state: 'local'; directory: string }
  /** Its source is not in Git, which `missing` names. */
  | { state: 'unknown'; chart: Chart; missing: string };

const ociSchema = z.object({
  spec: z.object({
    url: z.string(),
    ref: z
      .object({
        tag: z.coerce.string().optional(),
        semver: z.string().optional(),
        digest: z.string().optional(),
      })
      .nullish(),
  }),
});
const helmRepositorySchema = z.object({ spec: z.object({ url: z.string() }) });
const helmChartSchema = z.object({ spec: chartSpecSchema });

/** The chart of a HelmRelease, by the sources its cluster has. */
export function resolveChart(
  reading: Reading,
  objects: ObjectLookup,
  release: Manifest,
  { spec }: HelmRelease,
): ResolvedChart {
  const { namespace } = release;
  if (spec.chart) {
    return resolveSpec(reading, objects, namespace, spec.chart.spec);
  }
  const {
    kind,
    name,
    namespace: other,
  } = spec.chartRef ?? {
    kind: '',
    name: '',
  };
  const place = other ?? namespace;
  const object = objects.get(kind, place, name)?.value;
  const chart = helmChartSchema.safeParse(object);
  if (kind === 'HelmChart' && chart.success) {
    return resolveSpec(reading, objects, place, chart.data.spec);
  }
  const oci = ociSchema.safeParse(object);
  if (kind !== 'OCIRepository' || !oci.success) {
    return {
      state: 'unknown',
      chart: { chart: name, version: '', repository: '' },
      missing: `the ${kind} ${name}`,
    };
  }
  const { url, ref } = oci.data.spec;
  const slash = url.lastIndexOf('/');
  return {
    state: 'remote',
    chart: {
      chart: url.slice(slash + 1),
      version: ref?.digest ?? ref?.semver ?? ref?.tag ?? '',
      repository: url.slice(0, slash),
    },
  };
}

function resolveSpec(
  reading: Reading,
  objects: ObjectLookup,
  namespace: string | undefined,
  { chart, version, sourceRef }: ChartSpec,
): ResolvedChart {
  const { kind, name } = sourceRef;
  const named = { chart, version: version ?? '' };
  const object = objects.get(kind, sourceRef.namespace ?? namespace, name);
  if (kind === 'HelmRepository') {
    const parsed = helmRepositorySchema.safeParse(object?.value);
    return parsed.success
      ? {
          state: 'remote',
          chart: { ...named, repository: parsed.data.spec.url },
        }
      : {
          state: 'unknown',
          chart: { ...named, repository: '' },
          missing: `the HelmRepository ${name}`,
        };
  }
  const source = resolveSource(reading, objects, sourceRef, namespace);
  if (source.state === 'own') {
    return { state: 'local', directory: joinPath('', chart) ?? chart };
  }
  return object
    ? { state: 'remote', chart: { ...named, repository: source.location } }
    : {
        state: 'unknown',
        chart: { ...named, repository: '' },
        missing: source.location,
      };
}
