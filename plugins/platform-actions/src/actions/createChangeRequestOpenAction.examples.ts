import { stringify } from 'yaml';

export const changeRequestOpenExamples = [
  {
    description: 'Ask for an app and, where wanted, its route, in one request',
    example: stringify({
      steps: [
        {
          id: 'app',
          name: 'Describe the app',
          action: 'platform:app:create',
          input: {
            app: 'notes',
            owner: 'group:default/atlas',
            image: 'docker.io/library/nginx:1.27.3',
            port: 8080,
            replicas: 1,
            resources: {
              cpuRequest: '100m',
              memoryRequest: '128Mi',
              memoryLimit: '256Mi',
            },
          },
        },
        {
          id: 'route',
          name: 'Describe the route',
          if: '${{ parameters.exposed }}',
          action: 'platform:httproute:create',
          input: { app: 'notes', host: 'notes.exitthecloud.eu' },
        },
        {
          id: 'open',
          name: 'Open the change request',
          action: 'platform:change-request:open',
          input: {
            platform: 'edgit-k8s',
            operations: [
              '${{ steps.app.output.operations }}',
              '${{ steps.route.output.operations }}',
            ],
          },
        },
      ],
    }),
  },
];
