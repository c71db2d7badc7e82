import { stringify } from 'yaml';

export const appCreateExamples = [
  {
    description: 'A stateless web service',
    example: stringify({
      steps: [
        {
          id: 'app',
          name: 'Describe the app',
          action: 'platform:app:create',
          input: {
            app: 'notes',
            owner: 'group:default/atlas',
            description: 'Shared notes of the team',
            image: 'docker.io/library/nginx:1.27.3',
            port: 8080,
            replicas: 2,
            resources: {
              cpuRequest: '100m',
              memoryRequest: '128Mi',
              memoryLimit: '256Mi',
            },
          },
        },
      ],
    }),
  },
  {
    description: 'An app with an environment variable and a replicated volume',
    example: stringify({
      steps: [
        {
          id: 'app',
          name: 'Describe the app',
          action: 'platform:app:create',
          input: {
            app: 'archive',
            owner: 'group:default/borealis',
            system: 'documents',
            image: 'ghcr.io/example/archive:2.1.0',
            port: 3000,
            replicas: 1,
            resources: {
              cpuRequest: '250m',
              memoryRequest: '512Mi',
              cpuLimit: '1',
              memoryLimit: '1Gi',
            },
            env: [{ name: 'LOG_LEVEL', value: 'info' }],
            storage: [
              {
                name: 'data',
                mountPath: '/data',
                size: '10Gi',
                purpose: 'replicated',
              },
            ],
          },
        },
      ],
    }),
  },
];
