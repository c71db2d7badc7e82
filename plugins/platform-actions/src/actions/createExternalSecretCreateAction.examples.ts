import { stringify } from 'yaml';

export const externalSecretCreateExamples = [
  {
    description: 'One property of a key, as an environment variable',
    example: stringify({
      steps: [
        {
          id: 'secrets',
          name: 'Describe the secrets',
          action: 'platform:externalsecret:create',
          input: {
            app: 'notes',
            entries: [
              {
                env: 'DATABASE_URL',
                key: 'atlas/notes/database',
                property: 'url',
              },
            ],
          },
        },
      ],
    }),
  },
];
