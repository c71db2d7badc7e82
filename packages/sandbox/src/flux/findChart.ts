import { posix } from 'node:path';
import { z } from 'zod';
import type { KubernetesObject } from '../kubernetes/KubernetesObject';
import { requireResourceType } from '../kubernetes/resourceTypes';
import type { FluxContext } from './FluxContext';
import type { HelmReleaseSpec } from './HelmRelease';

const ociSchema = z.looseObject({
  url: z.string(),
  ref: z.looseObject({ tag: z.string() }),
});
/** The chart of a HelmRelease in either form; a sentence where its source is not there. */
export function findChart(
  { cluster }: FluxContext,
  object: KubernetesObject,
  spec: HelmReleaseSpec,
): { chart: string; version: string } | string {
  const find = (kind: string, name: string, namespace?: string) =>
    cluster.store.get(
      requireResourceType('source.toolkit.fluxcd.io/v1', kind),
      namespace ?? object.metadata.namespace,
      name,
    );
  if (spec.chartRef) {
    const { name, namespace } = spec.chartRef;
    const oci = ociSchema.safeParse(
      find('OCIRepository', name, namespace)?.spec,
    );
    return oci.success
      ? { chart: posix.basename(oci.data.url), version: oci.data.ref.tag }
      : `could not get Source object: ocirepositories.source.toolkit.fluxcd.io "${name}" not found`;
  }
  if (!spec.chart) {
    return 'neither spec.chart nor spec.chartRef is set';
  }
  const { chart, version, sourceRef } = spec.chart.spec;
  return find('HelmRepository', sourceRef.name, sourceRef.namespace)
    ? { chart, version }
    : `HelmChart '${object.metadata.namespace}/${object.metadata.namespace}-${object.metadata.name}' is not ready: helmrepositories.source.toolkit.fluxcd.io "${sourceRef.name}" not found`;
}
