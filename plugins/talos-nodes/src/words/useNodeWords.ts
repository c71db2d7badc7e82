import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  diskClassSchema,
  nodeStateSchema,
} from '@internal/plugin-talos-nodes-common';
import { talosNodesTranslationRef } from '../translation';

const roles = ['controlplane', 'worker'] as const;

/** Words for values of a closed list; other values stand for themselves. */
export function useNodeWords() {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  return {
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
