import { createAppBody } from '../../plugins/change-requests-backend/src/__testUtils__/operations';

/** What is asked for, by how many files that touches. No two requests of a run are the same. */
export const requests: Record<
  number,
  (run: string) => ReturnType<typeof createAppBody> | { operations: object[] }
> = {
  3: run => ({
    ...createAppBody(run),
    operations: ['it-tools', 'mailpit', 'stirling-pdf'].map(app => ({
      type: 'set-image',
      app,
      image: `ghcr.io/example/${app}:1.0.0-${run}`,
    })),
  }),
  6: run => createAppBody(run),
  30: run => {
    const apps = ['a', 'b', 'c', 'd', 'e'].map(letter => `${run}-${letter}`);
    return {
      ...createAppBody(run),
      operations: [
        ...apps.flatMap(app => createAppBody(app).operations),
        ...apps.slice(1).map(app => ({
          type: 'add-route',
          app,
          host: `${app}.exitthecloud.eu`,
        })),
      ],
    };
  },
};
