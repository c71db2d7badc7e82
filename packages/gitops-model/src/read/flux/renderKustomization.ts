import { isRecord } from '../isRecord';
import { joinPath } from '../joinPath';
import { buildKustomization } from '../kustomize/buildKustomization';
import { buildListed } from '../kustomize/buildListed';
import type { Built } from '../kustomize/Built';
import { isKustomizeDirectory } from '../kustomize/findKustomizationFile';
import type { Overlay } from '../kustomize/Overlay';
import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { SourceRef } from '../RepositoryModel';
import type { ClusterObjects, ObjectLookup } from './ClusterObjects';
import type { FluxReading } from './FluxReading';
import type { Kustomization } from './Kustomization';
import { loadVariables } from './loadVariables';
import type { Placed } from './Placed';
import type { Rendering } from './Rendering';
import { resolveSource } from './resolveSource';
import { SeenObjects } from './SeenObjects';
import { substituteAll } from './substituteAll';

const nothing: Built = {
  manifests: [],
  charts: [],
  values: [],
  buildable: true,
};

/** What a Kustomization deploys. Its ConfigMaps are known to itself, as they are after its first run. */
export function renderKustomization(
  { reading, memos }: FluxReading,
  objects: ClusterObjects,
  placed: Placed,
  kustomization: Kustomization,
): Omit<Rendering, 'parent' | 'wired'> {
  const { spec } = kustomization;
  const source = resolveSource(
    reading,
    objects,
    spec.sourceRef,
    placed.namespace,
  );
  if (source.state === 'foreign') {
    reading.report(
      {
        code: 'foreign-source',
        severity: 'info',
        message: `The Kustomization ${placed.name} deploys from ${source.location}, which the portal does not read.`,
        cluster: placed.cluster,
        app: placed.app,
      },
      placed.source,
    );
    return { ...nothing, placed, kustomization };
  }
  const path = joinPath('', spec.path ?? '');
  if (path === undefined || !(path === '' || reading.isDirectory(path))) {
    reportNoDirectory(reading, placed, spec.path ?? '');
    return { ...nothing, placed, kustomization, buildable: false };
  }
  const flux = { reading, memos };
  const built = buildDirectory(flux, path, placed.source, toOverlay(spec));
  if (!spec.kubeConfig) objects.add(built.manifests);
  const seen = new SeenObjects(objects);
  const substituted = reading.remember(
    memos.substituted,
    [placed.cluster, placed.namespace, placed.name].join('/'),
    { built, placed, kustomization, objects: seen },
    () => substitute(reading, seen, built, placed, kustomization),
  );
  seen.close();
  return { ...built, placed, kustomization, path, ...substituted };
}

function substitute(
  reading: Reading,
  objects: ObjectLookup,
  built: Built,
  placed: Placed,
  kustomization: Kustomization,
): Pick<Rendering, 'manifests' | 'buildable'> {
  const variables = loadVariables(reading, objects, placed, kustomization);
  const substituted = variables
    ? substituteAll(reading, built.manifests, variables, placed)
    : { manifests: built.manifests, buildable: true };
  return {
    manifests: substituted.manifests.map(manifest =>
      addMetadata(manifest, kustomization.spec.commonMetadata),
    ),
    buildable: built.buildable && substituted.buildable,
  };
}

/** A directory the way Flux builds it. */
export function buildDirectory(
  { reading, memos }: FluxReading,
  path: string,
  from: SourceRef,
  overlay?: Overlay,
): Built {
  const key = `${path} ${from.file} ${from.line}`;
  return reading.remember(memos.directories, key, { overlay, from }, () => {
    const build = isKustomizeDirectory(reading, path)
      ? buildKustomization
      : buildListed;
    return build(reading, path, from, overlay);
  });
}

function toOverlay(spec: Kustomization['spec']): Overlay {
  return {
    components: spec.components,
    namespace: spec.targetNamespace ?? undefined,
    namePrefix: spec.namePrefix ?? undefined,
    nameSuffix: spec.nameSuffix ?? undefined,
    images: spec.images,
    patches: spec.patches,
  };
}

function reportNoDirectory(
  reading: Reading,
  { name, cluster, app, source }: Placed,
  path: string,
): void {
  reading.report(
    path.includes('${')
      ? {
          code: 'not-evaluated',
          severity: 'warning',
          message: `The Kustomization ${name} deploys ${path}, and the portal does not know what the variable stands for.`,
          cluster,
          app,
        }
      : {
          code: 'missing-file',
          severity: 'error',
          message: `The Kustomization ${name} deploys ${path}, and there is no such directory.`,
          fix: 'Create the directory, or correct the path.',
          cluster,
          app,
        },
    source,
  );
}

function addMetadata(
  manifest: Manifest,
  added: Kustomization['spec']['commonMetadata'],
): Manifest {
  const { value } = manifest;
  const metadata = isRecord(value.metadata) ? value.metadata : {};
  const merged = { ...metadata };
  for (const field of ['labels', 'annotations'] as const) {
    if (Object.keys(added[field]).length === 0) continue;
    const own = metadata[field];
    merged[field] = { ...(isRecord(own) ? own : {}), ...added[field] };
  }
  return { ...manifest, value: { ...value, metadata: merged } };
}
