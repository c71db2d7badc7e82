import { z } from 'zod';

/** A volume that the values of a chart ask for. */
export interface ChartVolume {
  /** Key of the values it stands under, such as `data`; empty for the only one of the release. */
  name: string;
  storageClassName: string;
  size: string;
}

const mappingSchema = z.record(z.string(), z.unknown());
const volumeSchema = z.union([
  z
    .looseObject({ storageClass: z.string(), size: z.string() })
    .transform(({ storageClass, size }) => ({
      storageClassName: storageClass,
      size,
    })),
  z.looseObject({ storageClassName: z.string(), size: z.string() }),
  z
    .looseObject({
      storageClassName: z.string(),
      resources: z.looseObject({
        requests: z.looseObject({ storage: z.string() }),
      }),
    })
    .transform(({ storageClassName, resources }) => ({
      storageClassName,
      size: resources.requests.storage,
    })),
]);
/** Keys that charts give to the only volume there is. */
const commonKeys = new Set(['persistence', 'persistentVolume', 'spec']);

/** Finds the mappings of a chart's values that hold a StorageClass and a size. */
export function readChartStorage(values: unknown, key = ''): ChartVolume[] {
  const mapping = mappingSchema.safeParse(values);
  if (!mapping.success) {
    return [];
  }
  const volume = volumeSchema.safeParse(mapping.data);
  return volume.success
    ? [
        {
          name: commonKeys.has(key) ? '' : key,
          storageClassName: volume.data.storageClassName,
          size: volume.data.size,
        },
      ]
    : Object.entries(mapping.data).flatMap(([name, value]) =>
        readChartStorage(value, name),
      );
}

/** The first number of replicas in the values of a chart, however deep; default 1. */
export function readChartReplicas(values: unknown): number {
  return findReplicas(values) ?? 1;
}

function findReplicas(values: unknown): number | undefined {
  for (const [key, value] of Object.entries(
    mappingSchema.safeParse(values).data ?? {},
  )) {
    const found =
      typeof value === 'number' && /^replica(s|Count)$/.test(key)
        ? value
        : findReplicas(value);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
