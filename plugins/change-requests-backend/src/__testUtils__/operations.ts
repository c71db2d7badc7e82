import type { OperationOf } from '@internal/gitops-model';

/** What a form sends for a small new service. */
export function createAppBody(
  app: string,
  change: Partial<OperationOf<'create-app'>> = {},
) {
  const operation: OperationOf<'create-app'> = {
    type: 'create-app',
    app,
    owner: 'group:default/atlas',
    image: 'docker.io/library/nginx:1.29.0',
    port: 8080,
    replicas: 1,
    resources: {
      cpuRequest: '50m',
      memoryRequest: '64Mi',
      memoryLimit: '128Mi',
    },
    env: [],
    storage: [],
    ...change,
  };
  return {
    platform: 'edgit-k8s',
    template: { name: 'new-service', version: '1.0.0' },
    operations: [operation],
  };
}
