import { parseManifest } from '../collect/parseManifest';
import { HelmValues } from '../helm/HelmValues';
import { readTemplates } from '../helm/readTemplates';
import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { Chart } from '../RepositoryModel';
import { addValues } from './addValues';
import type { ObjectLookup } from './ClusterObjects';
import { helmReleaseSchema, isHelmRelease, releaseOf } from './HelmRelease';
import type { Placed } from './Placed';
import { addChartDefaults, readLocalChart } from './readLocalChart';
import type { Rendering } from './Rendering';
import { resolveChart } from './resolveChart';

export interface Releases {
  charts: Chart[];
  values: HelmValues[];
  /** Of charts in this repository. */
  manifests: Manifest[];
  /** False where a chart or values cannot be read; a finding says why. */
  complete: boolean;
}

/** The Helm releases that a Kustomization deploys; only their charts where it is not deployed itself. */
export function readReleases(
  reading: Reading,
  objects: ObjectLookup,
  rendering: Rendering,
): Releases {
  const all: Releases = {
    charts: [],
    values: [],
    manifests: [],
    complete: true,
  };
  for (const manifest of rendering.manifests.filter(isHelmRelease)) {
    const release = readRelease(reading, objects, rendering, manifest);
    all.charts.push(...release.charts);
    all.values.push(...release.values);
    all.manifests.push(...release.manifests);
    all.complete &&= release.complete;
  }
  return all;
}

function readRelease(
  reading: Reading,
  objects: ObjectLookup,
  { placed, wired }: Rendering,
  manifest: Manifest,
): Releases {
  const nothing = { charts: [], values: [], manifests: [], complete: true };
  const release = parseManifest(reading, helmReleaseSchema, manifest, placed);
  if (!release) return { ...nothing, complete: false };
  const { name, namespace } = manifest;
  const helm = releaseOf(manifest, release);
  const withRelease = (chart: Chart) => ({
    ...chart,
    release: name,
    ...(helm.name !== name && { instance: helm.name }),
    namespace,
  });
  const resolved = resolveChart(reading, objects, manifest, release);
  if (!wired) {
    return resolved.state === 'local'
      ? nothing
      : { ...nothing, charts: [withRelease(resolved.chart)] };
  }
  if (release.spec.suspend) reportSuspended(reading, placed, manifest);
  const values = new HelmValues(helm);
  const added = { manifest, release, values };
  if (resolved.state !== 'local') {
    if (resolved.state === 'unknown') {
      reportUnknown(reading, placed, manifest, resolved.missing);
    }
    return {
      charts: [withRelease(resolved.chart)],
      values: [values],
      manifests: [],
      complete: addValues(reading, objects, placed, added),
    };
  }
  const { directory } = resolved;
  const hasDefaults = addChartDefaults(reading, directory, values);
  const hasValues = addValues(reading, objects, placed, added);
  const charts = readLocalChart(reading, directory, { manifest, values });
  return {
    charts: (charts ?? []).map(withRelease),
    values: [values],
    manifests: charts ? readTemplates(reading, directory, values) : [],
    complete: hasDefaults && hasValues && charts !== undefined,
  };
}

function reportSuspended(
  reading: Reading,
  { cluster, app }: Placed,
  { name, source }: Manifest,
): void {
  reading.report(
    {
      code: 'suspended',
      severity: 'info',
      message: `The HelmRelease ${name} is suspended: what changes in Git is not applied.`,
      fix: 'Resume it, or remove it.',
      cluster,
      app,
    },
    source,
  );
}

function reportUnknown(
  reading: Reading,
  { cluster, app }: Placed,
  { name, namespace, source }: Manifest,
  missing: string,
): void {
  reading.report(
    {
      code: 'not-evaluated',
      severity: 'warning',
      message: `The HelmRelease ${name} takes its chart from ${missing}, which no unit of ${cluster} deploys to ${namespace ?? 'its namespace'}.`,
      fix: 'Deploy it there from Git, or correct the reference.',
      cluster,
      app,
    },
    source,
  );
}
