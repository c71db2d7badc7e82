import { isChartDirectory, readChart } from '../helm/readChart';
import type { HelmValues } from '../helm/HelmValues';
import { readHelmValues } from '../helm/readHelmValues';
import { readTemplates } from '../helm/readTemplates';
import { joinPath } from '../joinPath';
import { buildKustomization } from '../kustomize/buildKustomization';
import { isKustomizeDirectory } from '../kustomize/findKustomizationFile';
import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { Chart } from '../RepositoryModel';
import type { ApplicationSource } from './Application';
import { isOwnRepository } from './isOwnRepository';
import { kustomizeOverlay } from './kustomizeOverlay';
import { readDirectory } from './readDirectory';
import { remoteChart } from './remoteChart';

export interface RenderedSource {
  manifests: Manifest[];
  charts: Chart[];
  values: HelmValues[];
  /** Directory of this repository. */
  path?: string;
  buildable: boolean;
}

export interface SourceContext {
  application: Manifest;
  source: ApplicationSource;
  sourceIndex: number;
  /** Every `ref` of a source, and whether that is this repository. */
  references: ReadonlyMap<string, boolean>;
  namespace: string | undefined;
}

const nothing: RenderedSource = {
  manifests: [],
  charts: [],
  values: [],
  buildable: true,
};

/** What one source of an Application deploys, by the tool Argo CD would choose for it. */
export function renderSource(
  reading: Reading,
  context: SourceContext,
): RenderedSource {
  const { application, source } = context;
  const chart = remoteChart(source);
  if (chart) {
    const { values, complete } = readHelmValues(reading, context);
    return {
      manifests: [],
      charts: [placeOf(chart, values)],
      values: [values],
      buildable: complete,
    };
  }
  if (!isOwnRepository(source.repoURL, reading.profile.repositoryUrls)) {
    reading.report(
      {
        code: 'foreign-source',
        severity: 'info',
        message: `The Application ${application.name} deploys from ${source.repoURL}, which the portal does not read.`,
      },
      application.source,
    );
    return nothing;
  }
  if (!source.path) return nothing;
  const path = joinPath('', source.path);
  if (path === undefined || !(path === '' || reading.isDirectory(path))) {
    reading.report(
      {
        code: 'missing-file',
        severity: 'error',
        message: `The Application ${application.name} deploys ${source.path}, and there is no such directory.`,
        fix: 'Create the directory, or correct the path.',
      },
      application.source,
    );
    return { ...nothing, buildable: false };
  }
  return { ...renderDirectory(reading, path, context), path };
}

function renderDirectory(
  reading: Reading,
  path: string,
  context: SourceContext,
): RenderedSource {
  const { application, source } = context;
  if (source.plugin) {
    reading.report(
      {
        code: 'not-evaluated',
        severity: 'info',
        message: `The Application ${application.name} is rendered by a plugin, which the portal does not run.`,
      },
      application.source,
    );
    return nothing;
  }
  if (source.directory) {
    const { directory } = source;
    return {
      ...nothing,
      ...readDirectory(reading, path, directory, application.source),
    };
  }
  const isKustomize = source.kustomize ?? isKustomizeDirectory(reading, path);
  if (isKustomize && !source.helm) {
    return buildKustomization(
      reading,
      path,
      application.source,
      source.kustomize
        ? kustomizeOverlay(reading, path, source.kustomize)
        : undefined,
    );
  }
  if (isChartDirectory(reading, path)) {
    const { values, complete } = readHelmValues(reading, {
      ...context,
      chartDirectory: path,
    });
    const charts = readChart(reading, path, application.source, values);
    return {
      charts: (charts ?? []).map(chart => placeOf(chart, values)),
      values: [values],
      manifests: readTemplates(reading, path, values),
      buildable: charts !== undefined && complete,
    };
  }
  return {
    ...nothing,
    ...readDirectory(reading, path, undefined, application.source),
  };
}

function placeOf(chart: Chart, { releaseName, namespace }: HelmValues): Chart {
  return { ...chart, release: releaseName, namespace };
}
