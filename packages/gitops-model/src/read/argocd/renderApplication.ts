import { appNameOf } from '../appNameOf';
import { collectImages } from '../collect/collectImages';
import { isWorkload } from '../collect/isWorkload';
import { isChartDirectory } from '../helm/readChart';
import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import { type Application, sourcesOf } from './Application';
import { clusterOf } from './clusterOf';
import { isOwnRepository } from './isOwnRepository';
import { isUnitObject } from './isUnitObject';
import type { Place } from './Place';
import { recognizeShape } from './recognizeShape';
import { renderSource } from './renderSource';

/** An Application as a deployment unit, with everything its sources deploy. */
export function renderApplication(
  reading: Reading,
  manifest: Manifest,
  application: Application,
  place: Place,
): RenderedUnit {
  const { name, source } = manifest;
  const { spec, metadata } = application;
  const sources = sourcesOf(application);
  const namespace = spec.destination.namespace ?? undefined;
  const references = new Map(
    sources.flatMap(({ ref, repoURL }) =>
      ref
        ? [[ref, isOwnRepository(repoURL, reading.profile.repositoryUrls)]]
        : [],
    ),
  );
  const parts = sources.map((item, sourceIndex) =>
    renderSource(reading, {
      application: manifest,
      source: item,
      sourceIndex,
      references,
      namespace,
    }),
  );
  const manifests = parts.flatMap(part => part.manifests);
  const values = parts.flatMap(part => part.values);
  const charts = parts.flatMap(part => part.charts);
  const paths = new Set(parts.flatMap(({ path }) => path ?? []));
  if (place.directory !== undefined) paths.add(place.directory);
  const shape = recognizeShape(sources, path =>
    isChartDirectory(reading, path),
  );
  const annotations = metadata.annotations ?? {};
  const labels = metadata.labels ?? {};
  const syncWave = Number(annotations['argocd.argoproj.io/sync-wave']);
  return {
    unit: {
      engine: 'argocd',
      name,
      objectNamespace: manifest.namespace ?? place.namespace,
      app: appNameOf(reading.profile, labels, name),
      cluster: clusterOf(reading, manifest, application, place.home),
      namespace,
      project: spec.project,
      paths: [...paths],
      pattern: shape && reading.profile.patterns[shape],
      charts,
      images: collectImages(manifests, values),
      wired: place.wired,
      buildable: parts.every(part => part.buildable),
      orchestrator:
        charts.length === 0 &&
        manifests.some(isUnitObject) &&
        !manifests.some(isWorkload),
      parent: place.parent,
      generatedBy: place.generatedBy,
      dependsOn: [],
      healthChecks: [],
      // Without automated sync an Application waits for people; it is not switched off.
      suspended: false,
      labels,
      syncWave: Number.isInteger(syncWave) ? syncWave : undefined,
      source,
    },
    annotations,
    manifests,
    values,
    createsNamespace: (spec.syncPolicy?.syncOptions ?? []).some(option =>
      /^CreateNamespace\s*=\s*true$/i.test(option.trim()),
    ),
  };
}
