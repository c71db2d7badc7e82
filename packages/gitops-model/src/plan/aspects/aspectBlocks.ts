import type { BlockName } from '../../profile/Profile';

/** What an app is made of, and the blocks that can write it. A layout has any, all or none of them. */
export const aspectBlocks = {
  registration: [
    'argocd-application',
    'chart-application',
    'application-set-member',
    'flux-kustomization',
    'kustomization-line',
  ],
  release: [
    'chart-application',
    'helm-values',
    'wrapper-chart',
    'helm-repository',
    'oci-repository',
    'helm-release',
  ],
  list: ['app-kustomization'],
  facts: ['catalog-info'],
  database: ['postgres-cluster', 'postgres-database'],
  dashboard: ['homepage-entry'],
  namespace: ['namespace'],
  workload: ['deployment', 'app-template'],
  address: ['service', 'app-template'],
  volume: ['persistent-volume-claim'],
  autoscaling: ['horizontal-pod-autoscaler'],
  route: ['http-route', 'app-template-route'],
  secret: ['external-secret'],
  'login-client': [
    'terraform-keycloak-client',
    'json-keycloak-client',
    'keycloak-client-resource',
    'realm-import-client',
  ],
} as const satisfies Record<string, readonly BlockName[]>;

export type Aspect = keyof typeof aspectBlocks;
