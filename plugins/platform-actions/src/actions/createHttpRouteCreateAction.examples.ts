import { stringify } from 'yaml';

export const httpRouteCreateExamples = [
  {
    description: 'Publish a whole host',
    example: stringify({
      steps: [
        {
          id: 'route',
          name: 'Describe the route',
          action: 'platform:httproute:create',
          input: { app: 'notes', host: 'notes.exitthecloud.eu' },
        },
      ],
    }),
  },
  {
    description: 'Publish one path on a named service port',
    example: stringify({
      steps: [
        {
          id: 'route',
          name: 'Describe the route',
          action: 'platform:httproute:create',
          input: {
            app: 'notes',
            host: 'notes.apps.edgeprime.io',
            path: '/api',
            port: 8080,
          },
        },
      ],
    }),
  },
];
