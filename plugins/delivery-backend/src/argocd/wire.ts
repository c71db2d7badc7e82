import { z } from 'zod';

const revisionsShape = {
  revision: z.string().nullish(),
  revisions: z.array(z.string()).nullish(),
};

const sourceSchema = z.looseObject({
  repoURL: z.string().nullish(),
  chart: z.string().nullish(),
});

const metadataSchema = z.looseObject({
  name: z
    .string()
    .max(253)
    .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/),
  namespace: z
    .string()
    .max(63)
    .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/)
    .optional(),
});

/**
 * One item of `GET /api/v1/applications` with `fields`. The server can only
 * project a fixed set of fields; revisions and history are not among them.
 */
export const applicationRowSchema = z.looseObject({
  metadata: metadataSchema,
  status: z
    .looseObject({
      sync: z.looseObject({ status: z.string().nullish() }).nullish(),
      health: z
        .looseObject({
          status: z.string().nullish(),
          message: z.string().nullish(),
        })
        .nullish(),
      summary: z
        .looseObject({ images: z.array(z.string()).nullish() })
        .nullish(),
      operationState: z
        .looseObject({
          phase: z.string().nullish(),
          startedAt: z.string().nullish(),
          finishedAt: z.string().nullish(),
        })
        .nullish(),
    })
    .nullish(),
});
export type ApplicationRow = z.infer<typeof applicationRowSchema>;

/** `GET /api/v1/applications/{name}`, as far as the list does not tell. */
export const applicationDetailsSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z
    .looseObject({
      project: z.string().nullish(),
      destination: z.looseObject({ namespace: z.string().nullish() }).nullish(),
      source: sourceSchema.nullish(),
      sources: z.array(sourceSchema).nullish(),
    })
    .nullish(),
  status: z
    .looseObject({
      sync: z
        .looseObject({ status: z.string().nullish(), ...revisionsShape })
        .nullish(),
      conditions: z
        .array(z.looseObject({ type: z.string(), message: z.string() }))
        .nullish(),
      operationState: z
        .looseObject({
          phase: z.string().nullish(),
          message: z.string().nullish(),
          syncResult: z.looseObject(revisionsShape).nullish(),
        })
        .nullish(),
      history: z
        .array(
          z.looseObject({
            id: z.number(),
            deployedAt: z.string(),
            ...revisionsShape,
            source: sourceSchema.nullish(),
            sources: z.array(sourceSchema).nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
});
export type ApplicationDetails = z.infer<typeof applicationDetailsSchema>;

/** Envelope of the list; Argo CD writes `null` where it has no application. */
export const applicationListSchema = z.looseObject({
  items: z.array(z.unknown()).nullable(),
});
