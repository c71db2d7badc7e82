import { z } from 'zod';
import type { YamlValue } from '../edit/yaml/YamlValue';
import { addValue, readValues } from './appTemplateValues';
import type { Block } from './Block';
import { claimName } from './persistentVolumeClaim';

/** Storage that the app's pods see at one place. */
export type MountValue = {
  /** Without the app's name before it. */
  name: string;
  mountPath: string;
  /** A share that others use too, of which the app sees a directory of its own; without it a claim of the app. */
  share?: { server: string; path: string };
};

const mountSchema = z.object({
  existingClaim: z.string().optional(),
  type: z.string().optional(),
  server: z.string().optional(),
  path: z.string().optional(),
  globalMounts: z.tuple([z.object({ path: z.string() })]),
});

/** A volume of the app's pods, as persistence in the values of the app-template chart. */
export const appTemplatePersistence: Block<'app-template', MountValue> = {
  write(context, options, mount) {
    const path = ['persistence', mount.name];
    const value = persistenceOf(context.app, mount);
    return addValue(context, options, path, value);
  },

  find(context, options) {
    const { data = {} } = z
      .record(z.string(), z.unknown())
      .safeParse(readValues(context, options).persistence);
    return Object.entries(data).flatMap(([name, value]): MountValue[] => {
      const { data: mount } = mountSchema.safeParse(value);
      if (!mount) return [];
      const { existingClaim, type, server, path, globalMounts } = mount;
      const [{ path: mountPath }] = globalMounts;
      if (existingClaim === claimName(context.app, name)) {
        return [{ name, mountPath }];
      }
      return type === 'nfs' && server !== undefined && path !== undefined
        ? [{ name, mountPath, share: { server, path } }]
        : [];
    });
  },

  claims: () => [],
};

/** What the chart's values say of a mount. */
export function persistenceOf(
  app: string,
  { name, mountPath, share }: MountValue,
): YamlValue {
  return share
    ? {
        type: 'nfs',
        server: share.server,
        path: share.path,
        globalMounts: [{ path: mountPath, subPath: `${app}/${name}` }],
      }
    : {
        existingClaim: claimName(app, name),
        globalMounts: [{ path: mountPath }],
      };
}
