import { z } from 'zod';
import { directoryOf } from '../edit/directoryOf';
import { expandNames } from '../profile/expandNames';
import { appMetadata } from './appLabels';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';

export type VolumeValue = {
  /** Without the app's name before it. */
  name: string;
  size: string;
  storageClass: string;
  accessMode: string;
};

const claimSchema = z.object({
  kind: z.literal('PersistentVolumeClaim'),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    accessModes: z.tuple([z.string()]),
    storageClassName: z.string(),
    resources: z.object({ requests: z.object({ storage: z.string() }) }),
  }),
});

/** Name of the claim of an app's volume. */
export function claimName(app: string, volume: string): string {
  return `${app}-${volume}`;
}

/** A volume that outlives the app's pods. */
export const persistentVolumeClaim: Block<
  'persistent-volume-claim',
  VolumeValue
> = {
  write(
    { tree, app, names },
    options,
    { name, size, storageClass, accessMode },
  ) {
    const file = expandNames(options.file, { ...names, name });
    const isTaken = tree
      .readYaml(file)
      .some(
        document =>
          claimSchema.safeParse(document).data?.metadata.name ===
          claimName(app, name),
      );
    if (isTaken) {
      const reason = `it holds another claim ${claimName(app, name)}`;
      return fileFinding(file, { ok: false, reason });
    }
    const outcome = tree.addYaml(file, {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: appMetadata(names, claimName(app, name)),
      spec: {
        accessModes: [accessMode],
        storageClassName: storageClass,
        resources: { requests: { storage: size } },
      },
    });
    return fileFinding(file, outcome);
  },

  find({ tree, app, names }, options) {
    const prefix = claimName(app, '');
    return tree
      .list(directoryOf(expandNames(options.file, names)))
      .flatMap(file => tree.readYaml(file))
      .flatMap((document): VolumeValue[] => {
        const { data } = claimSchema.safeParse(document);
        return data?.metadata.name.startsWith(prefix)
          ? [
              {
                name: data.metadata.name.slice(prefix.length),
                size: data.spec.resources.requests.storage,
                storageClass: data.spec.storageClassName,
                accessMode: data.spec.accessModes[0],
              },
            ]
          : [];
      });
  },

  claims: () => [],
};
