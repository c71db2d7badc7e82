import { stringify } from 'yaml';

export const keycloakClientCreateExamples = [
  {
    description: "A login client on the app's own host",
    example: stringify({
      steps: [
        {
          id: 'login',
          name: 'Describe the login client',
          action: 'platform:keycloak-client:create',
          input: {
            app: 'notes',
            host: 'notes.exitthecloud.eu',
            callbackPath: '/oauth2/callback',
          },
        },
      ],
    }),
  },
];
