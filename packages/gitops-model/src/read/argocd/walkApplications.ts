import { isChartDirectory } from '../helm/readChart';
import { collectImages } from '../collect/collectImages';
import { isWorkload } from '../collect/isWorkload';
import { parseYamlOnce } from '../documents/parseYamlOnce';
import type { Manifest } from '../manifests/Manifest';
import { readManifestFile } from '../manifests/readManifestFile';
import { toManifests } from '../manifests/toManifests';
import { matchesGlob } from '../matchesGlob';
import { readLimits } from '../readLimits';
import type { Reading } from '../Reading';
import { type Application, applicationSchema, sourcesOf } from './Application';
import { isOwnRepository } from './isOwnRepository';
import { recognizeShape } from './recognizeShape';
import type { RenderedUnit } from '../RenderedUnit';
import { renderSource } from './renderSource';

/** Where an Application was found. */
interface Place {
  /** Cluster its Argo CD runs on. */
  home: string;
  wired: boolean;
  /** Applications above it. */
  depth: number;
}

/** Every Application the roots reach, and those in files that no root reaches. */
export function walkApplications(reading: Reading): RenderedUnit[] {
  const units = new Map<string, RenderedUnit>();
  for (const { cluster, path } of reading.profile.roots) {
    const from = { file: path, line: 1 };
    const { manifests } = readManifestFile(reading, path, from);
    for (const manifest of manifests.filter(isApplication)) {
      visit(reading, units, manifest, { home: cluster, wired: true, depth: 0 });
    }
  }
  const [{ cluster: home }] = reading.profile.roots;
  for (const manifest of declaredApplications(reading)) {
    reading.report(
      {
        code: 'not-wired',
        severity: 'warning',
        message: `The Application ${manifest.name} is in a file that no root includes, so that it is not deployed.`,
        fix: 'List the file where its siblings are listed, or remove it.',
      },
      manifest.source,
    );
    visit(reading, units, manifest, { home, wired: false, depth: 0 });
  }
  return [...units.values()];
}

/** Applications in files that were not reached; excluded files and scaffolds with placeholders left out. */
function declaredApplications(reading: Reading): Manifest[] {
  const { exclude } = reading.profile;
  return [...reading.snapshot.files].flatMap(([file, { oid }]) => {
    if (!/\.ya?ml$/.test(file) || reading.reached.has(file)) return [];
    if (exclude.some(glob => matchesGlob(glob, file))) return [];
    const text = reading.snapshot.readText(file);
    if (!text?.includes('argoproj.io/')) return [];
    return parseYamlOnce(oid, text)
      .documents.flatMap(document => toManifests(file, document) ?? [])
      .filter(isApplication)
      .filter(({ name }) => /^[a-z0-9]/.test(name) && !/[{}]/.test(name));
  });
}

function isApplication({ group, kind }: Manifest): boolean {
  return group === 'argoproj.io' && kind === 'Application';
}

/** Renders an Application into `units`, and every Application it deploys. */
function visit(
  reading: Reading,
  units: Map<string, RenderedUnit>,
  manifest: Manifest,
  place: Place,
): void {
  const parsed = applicationSchema.safeParse(manifest.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    reading.report(
      {
        code: 'invalid-manifest',
        severity: 'error',
        message: `The Application ${manifest.name} is not valid: ${issue.path.join('.')}: ${issue.message}.`,
        fix: 'Correct the field.',
      },
      manifest.source,
    );
    return;
  }
  const key = `${place.home}/${manifest.name}`;
  const known = units.get(key);
  if (known) {
    reportSecond(reading, known, manifest);
    return;
  }
  if (place.depth >= readLimits.depth) {
    reading.report(
      {
        code: 'too-deep',
        severity: 'error',
        message: `Applications are nested more than ${readLimits.depth} deep.`,
      },
      manifest.source,
    );
    return;
  }
  const rendered = render(reading, manifest, parsed.data, place);
  units.set(key, rendered);
  for (const child of rendered.manifests.filter(isApplication)) {
    visit(reading, units, child, { ...place, depth: place.depth + 1 });
  }
}

function render(
  reading: Reading,
  manifest: Manifest,
  application: Application,
  { home, wired }: Place,
): RenderedUnit {
  const { name, source } = manifest;
  const sources = sourcesOf(application);
  const namespace = application.spec.destination.namespace ?? undefined;
  const references = new Set(
    sources.flatMap(({ ref, repoURL }) =>
      ref && isOwnRepository(repoURL, reading.profile.repositoryUrls)
        ? [ref]
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
  const shape = recognizeShape(sources, path =>
    isChartDirectory(reading, path),
  );
  const annotations = application.metadata.annotations ?? {};
  const syncWave = Number(annotations['argocd.argoproj.io/sync-wave']);
  return {
    unit: {
      engine: 'argocd',
      name,
      app: name,
      cluster: clusterOf(reading, manifest, application, home),
      namespace,
      project: application.spec.project,
      paths: parts.flatMap(({ path }) => (path === undefined ? [] : [path])),
      pattern: shape && reading.profile.patterns[shape],
      charts,
      images: collectImages(manifests, values),
      wired,
      buildable: parts.every(part => part.buildable),
      orchestrator:
        charts.length === 0 &&
        manifests.some(isApplication) &&
        !manifests.some(isWorkload),
      dependsOn: [],
      suspended: false,
      labels: application.metadata.labels ?? {},
      syncWave: Number.isInteger(syncWave) ? syncWave : undefined,
      source,
    },
    annotations,
    manifests,
    values,
  };
}

function clusterOf(
  reading: Reading,
  manifest: Manifest,
  { spec: { destination } }: Application,
  home: string,
): string {
  const { server, name } = destination;
  const named = reading.profile.destinations.find(
    entry => server && entry.server === server,
  );
  if (named) return named.cluster;
  const isHome =
    name === 'in-cluster' || server === 'https://kubernetes.default.svc';
  if (isHome) return home;
  const written = name ?? server ?? 'nothing';
  reading.report(
    {
      code: 'unknown-destination',
      severity: 'warning',
      message: `The Application ${manifest.name} is deployed to ${written}, which the profile knows no cluster for.`,
      fix: "Add the destination to the profile's destinations, or correct the Application.",
    },
    manifest.source,
  );
  return written;
}

function reportSecond(
  reading: Reading,
  { unit }: RenderedUnit,
  { name, source }: Manifest,
): void {
  const same =
    unit.source.file === source.file && unit.source.line === source.line;
  reading.report(
    same
      ? {
          code: 'cyclic-reference',
          severity: 'warning',
          message: `The Application ${name} is deployed by more than one Application, or by itself.`,
          fix: 'Let one Application deploy it.',
        }
      : {
          code: 'duplicate-unit',
          severity: 'error',
          message: `There are two Applications ${name}; the other is in ${unit.source.file} line ${unit.source.line}.`,
          fix: 'Rename one of the two.',
        },
    source,
  );
}
