import { appNameOf } from '../appNameOf';
import { parseManifest } from '../collect/parseManifest';
import { readUnwired } from '../collect/readUnwired';
import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import { ClusterObjects } from './ClusterObjects';
import type { FluxReading } from './FluxReading';
import {
  isKustomization,
  type Kustomization,
  kustomizationSchema,
} from './Kustomization';
import { renderKustomization } from './renderKustomization';
import { toRenderedUnit } from './toRenderedUnit';

/**
 * Kustomizations in files that no root includes, each built on its own and
 * without variables. What is below a root's path counts as that cluster's, the
 * rest as the first cluster's.
 */
export function readUnwiredKustomizations(
  flux: FluxReading,
  wired: readonly RenderedUnit[],
): RenderedUnit[] {
  const { reading, memos } = flux;
  const kinds = ['Kustomization'];
  const declared = readUnwired(reading, wired, kinds, memos.unwired).filter(
    isKustomization,
  );
  // To be built by a unit that is not deployed does not make a file deployed.
  return reading.withoutReaching(() =>
    declared.flatMap(manifest => readUnit(flux, manifest)),
  );
}

function readUnit(flux: FluxReading, manifest: Manifest): RenderedUnit[] {
  const { reading, memos } = flux;
  const { name, namespace, source } = manifest;
  const cluster = clusterOf(reading, source.file);
  reading.report(
    {
      code: 'not-wired',
      severity: 'warning',
      message: `The Kustomization ${name} is in a file that no root includes, so that it is not deployed.`,
      fix: 'List the file where its siblings are listed, or remove it.',
      cluster,
    },
    source,
  );
  const written = reading.remember(
    memos.kustomizations,
    `unwired ${source.file} ${source.line} ${name}`,
    manifest,
    () => withoutVariables(reading, manifest, cluster),
  );
  if (!written) return [];
  const app = appNameOf(reading.profile, written.metadata.labels, name);
  const objects = new ClusterObjects();
  const placed = { name, namespace, cluster, app, source };
  const rendered = renderKustomization(flux, objects, placed, written);
  objects.add(rendered.manifests);
  return [toRenderedUnit(flux, objects, { ...rendered, wired: false })];
}

function withoutVariables(
  reading: Reading,
  manifest: Manifest,
  cluster: string,
): Kustomization | undefined {
  const place = { cluster };
  const written = parseManifest(reading, kustomizationSchema, manifest, place);
  return written && { ...written, spec: { ...written.spec, postBuild: null } };
}

function clusterOf({ profile: { roots } }: Reading, file: string): string {
  const above = roots.find(({ path }) => file.startsWith(`${path}/`));
  return (above ?? roots[0]).cluster;
}
