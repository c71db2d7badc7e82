import { stringify } from 'yaml';

export const operationDescribeExamples = [
  {
    description: 'Another image',
    example: stringify({
      steps: [
        {
          id: 'change',
          name: 'Describe the change',
          action: 'platform:operation:describe',
          input: {
            operation: {
              type: 'set-image',
              app: 'notes',
              image: 'ghcr.io/example/notes:2.5.0',
            },
          },
        },
      ],
    }),
  },
  {
    description: 'The end of an app',
    example: stringify({
      steps: [
        {
          id: 'change',
          name: 'Describe the change',
          action: 'platform:operation:describe',
          input: {
            operation: {
              type: 'retire-app',
              app: 'notes',
              confirmation: 'notes',
            },
          },
        },
      ],
    }),
  },
];
