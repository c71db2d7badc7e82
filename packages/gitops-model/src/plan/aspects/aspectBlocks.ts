import type { BlockName } from '../../profile/Profile';

/** What an app is made of, and the blocks that can write it. A layout has any, all or none of them. */
export const aspectBlocks = {
  registration: ['argocd-application', 'kustomization-line'],
  list: ['app-kustomization'],
  namespace: ['namespace'],
  workload: ['deployment'],
  address: ['service'],
  volume: ['persistent-volume-claim'],
  route: ['http-route'],
  secret: ['external-secret'],
  'login-client': ['terraform-keycloak-client'],
} as const satisfies Record<string, readonly BlockName[]>;

export type Aspect = keyof typeof aspectBlocks;
