import {
  type Volume,
  volumeKindSchema,
  volumeStateSchema,
} from '@internal/plugin-ceph-common';
import { z } from 'zod';

const text = z.string().min(1).optional();

export const volumeFilterSchema = z.strictObject({
  platform: text,
  /** Of the volume; with `node`, of the machine. */
  cluster: text,
  kind: volumeKindSchema.optional(),
  state: volumeStateSchema.optional(),
  /** Entity ref. */
  app: text,
  node: text,
  /** A part of a name of volume, claim, class, pool or app, in either case. */
  q: text,
});
export type VolumeFilter = z.output<typeof volumeFilterSchema>;

/** What people narrow volumes by, each with its own test. */
export const volumeTests: {
  [K in 'kind' | 'state' | 'app' | 'node']: (
    volume: Volume,
    value: string,
  ) => boolean;
} = {
  kind: (volume, kind) => volume.kind === kind,
  state: (volume, state) => volume.state === state,
  app: ({ apps }, app) => apps.some(({ entityRef }) => entityRef === app),
  node: ({ nodes }, node) => nodes.includes(node),
};

/** Whether a volume lies on, or is used on, the cluster asked for and bears the text. */
export function isInScope(
  volume: Volume,
  { cluster, node, q }: VolumeFilter,
): boolean {
  const place = node === undefined ? volume.cluster : placeOf(volume);
  return (
    (cluster === undefined || place === cluster) &&
    (q === undefined || bears(volume, q.toLowerCase()))
  );
}

/** The cluster whose machines hold its data. */
function placeOf({ ceph, cluster }: Volume): string {
  return ceph?.cluster ?? cluster;
}

function bears(volume: Volume, words: string): boolean {
  const { name, claim, storageClass, ceph, nfs, apps } = volume;
  return [
    name,
    claim && `${claim.namespace}/${claim.name}`,
    storageClass,
    ceph?.pool,
    nfs?.server,
    ...apps.map(app => app.name),
  ].some(value => value?.toLowerCase().includes(words));
}
