import { posix } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Manifest } from '../kubernetes/KubernetesObject';
import { findResourceType } from '../kubernetes/resourceTypes';
import type { Application, ApplicationSource } from './Application';
import { readChartValues } from './readChartValues';
import { addCommonLabels } from '../render/addLabels';
import { renderChart } from '../render/renderChart';
import { renderDirectory } from '../render/renderDirectory';
import { RenderError } from '../render/RenderError';
import {
  findKustomization,
  renderKustomization,
} from '../render/renderKustomization';
import { listBelow, type RepositoryTree } from '../render/RepositoryTree';

export type SourceType = 'Helm' | 'Kustomize' | 'Directory';

export type RenderedApplication =
  | { ok: true; manifests: Manifest[]; sourceTypes: SourceType[] }
  | { ok: false; message: string };

const wrapperChartSchema = z.looseObject({
  dependencies: z
    .array(z.looseObject({ name: z.string(), version: z.string() }))
    .default([]),
});

/** The values of a dependency stand under its name. */
const wrapperValuesSchema = z.record(z.string(), z.unknown());

/** What an Application asks for at a commit, every object with its namespace. */
export function renderApplication(
  application: Application,
  tree: RepositoryTree,
): RenderedApplication {
  try {
    const rendered = application.sources.map(source => ({
      type: findSourceType(source, tree),
      manifests: renderSource(application, source, tree),
    }));
    return {
      ok: true,
      sourceTypes: rendered.map(({ type }) => type),
      manifests: rendered
        .flatMap(({ manifests }) => manifests)
        .map(manifest => withDefaultNamespace(manifest, application)),
    };
  } catch (error) {
    if (error instanceof RenderError) {
      return {
        ok: false,
        message: `Failed to load target state: failed to generate manifest for source 1 of ${application.sources.length}: rpc error: code = Unknown desc = ${error.message}`,
      };
    }
    throw error;
  }
}

function renderSource(
  application: Application,
  source: ApplicationSource,
  tree: RepositoryTree,
): Manifest[] {
  if (source.chart !== undefined) {
    return renderChart({
      ...toRelease(application, source.chart),
      version: source.targetRevision ?? 'latest',
      values: readChartValues(application, source, tree),
    });
  }
  if (!isRepository(source.repoURL, tree.repository)) {
    throw new RenderError(
      `failed to list refs: repository not found: ${source.repoURL}`,
    );
  }
  if (source.path === undefined) {
    return [];
  }
  const folder = posix.normalize(source.path).replace(/\/$/, '');
  if (listBelow(tree, folder).length === 0) {
    throw new RenderError(`${folder}: app path does not exist`);
  }
  switch (findSourceType(source, tree)) {
    case 'Helm':
      return renderWrapperChart(application, folder, tree);
    case 'Kustomize':
      return renderKustomization(tree, folder).map(manifest =>
        addCommonLabels(manifest, source.kustomize?.commonLabels ?? {}),
      );
    default:
      return renderDirectory(tree, folder, source.directory);
  }
}

function findSourceType(
  source: ApplicationSource,
  tree: RepositoryTree,
): SourceType {
  const path = source.path ?? '';
  if (
    source.chart !== undefined ||
    (source.path && tree.files.has(posix.join(path, 'Chart.yaml')))
  ) {
    return 'Helm';
  }
  return source.directory === undefined &&
    source.path !== undefined &&
    findKustomization(tree, path) !== undefined
    ? 'Kustomize'
    : 'Directory';
}

function renderWrapperChart(
  application: Application,
  folder: string,
  tree: RepositoryTree,
): Manifest[] {
  const text = tree.files.get(posix.join(folder, 'Chart.yaml')) ?? '';
  const parsed = wrapperChartSchema.safeParse(parseDocument(text).toJS());
  if (!parsed.success) {
    throw new RenderError(`chart metadata of ${folder} is not valid`);
  }
  const values = wrapperValuesSchema.parse(
    parseDocument(
      tree.files.get(posix.join(folder, 'values.yaml')) ?? '',
    ).toJS() ?? {},
  );
  return parsed.data.dependencies.flatMap(dependency =>
    renderChart({
      ...toRelease(application, dependency.name),
      version: dependency.version,
      values: values[dependency.name],
    }),
  );
}

function toRelease({ name }: Application, chart: string) {
  return {
    name,
    chart,
    labels: { 'backstage.io/kubernetes-id': name },
    registry: `harbor.exitthecloud.eu/proxy-dockerhub/${chart}`,
  };
}

function isRepository(url: string, fullName: string): boolean {
  return url.replace(/\.git$/, '').endsWith(`/${fullName}`);
}

function withDefaultNamespace(
  manifest: Manifest,
  application: Application,
): Manifest {
  return manifest.metadata.namespace === undefined &&
    findResourceType(manifest)?.namespaced !== false
    ? {
        ...manifest,
        metadata: {
          ...manifest.metadata,
          namespace: application.destinationNamespace,
        },
      }
    : manifest;
}
