import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  diskClassSchema,
  nodeStateSchema,
} from '@internal/plugin-talos-nodes-common';
import { useUnits } from '@internal/portal-ui';
import { talosNodesTranslationRef } from '../translation';

const roles = ['controlplane', 'worker'] as const;

/** Words for values of a closed list; other values stand for themselves. */
export function useNodeWords() {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number } = useUnits();
  return {
    /** Which units of a rack. */
    place: ({ unit, height = 1 }: { unit: number; height?: number }) =>
      height > 1
        ? t('rack.span', {
            first: number(unit),
            last: number(unit + height - 1),
          })
        : t('rack.at', { unit: number(unit) }),
    state: (value: string) => {
      const state = nodeStateSchema.safeParse(value);
      return state.success ? t(`state.${state.data}`) : value;
    },
    role: (value: string) => {
      const role = roles.find(name => name === value);
      return role ? t(`role.${role}`) : value;
    },
    diskClass: (value: string) => {
      const diskClass = diskClassSchema.safeParse(value);
      return diskClass.success ? t(`diskClass.${diskClass.data}`) : value;
    },
  };
}
