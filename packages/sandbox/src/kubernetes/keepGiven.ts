import type { KubernetesObject, Manifest } from './KubernetesObject';

/** Annotations that the controllers of volumes write. */
const givenAnnotation = /^(pv|volume|volume\.beta)\.kubernetes\.io\//;
const givenFields: Partial<Record<string, string>> = {
  PersistentVolumeClaim: 'volumeName',
  PersistentVolume: 'claimRef',
};

/** What is applied, with what the cluster itself wrote into the object that is there. */
export function keepGiven(
  manifest: Manifest,
  existing: KubernetesObject,
): Manifest {
  const kept = {
    ...manifest,
    ...(existing.status !== undefined && { status: existing.status }),
  };
  const field = givenFields[manifest.kind];
  if (field === undefined) {
    return kept;
  }
  const annotations = Object.entries(existing.metadata.annotations ?? {});
  return {
    ...kept,
    metadata: {
      ...manifest.metadata,
      annotations: {
        ...manifest.metadata.annotations,
        ...Object.fromEntries(
          annotations.filter(([name]) => givenAnnotation.test(name)),
        ),
      },
      finalizers: existing.metadata.finalizers,
    },
    // A claim without a class keeps the default one it was given.
    spec: {
      ...pick(existing.spec, ['storageClassName', 'volumeMode', field]),
      ...toRecord(manifest.spec),
    },
  };
}

function pick(value: unknown, fields: string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(toRecord(value)).filter(([name]) => fields.includes(name)),
  );
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
