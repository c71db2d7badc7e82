import { z } from 'zod';

const sourceSchema = z.looseObject({
  repoURL: z.string(),
  path: z.string().optional(),
  chart: z.string().optional(),
  targetRevision: z.string().optional(),
  ref: z.string().optional(),
  helm: z
    .looseObject({
      values: z.string().optional(),
      valuesObject: z.unknown().optional(),
      valueFiles: z.array(z.string()).default([]),
    })
    .optional(),
  kustomize: z
    .looseObject({
      commonLabels: z.record(z.string(), z.string()).default({}),
    })
    .optional(),
  directory: z
    .looseObject({
      recurse: z.boolean().default(false),
      include: z.string().default(''),
      exclude: z.string().default(''),
    })
    .optional(),
});
export type ApplicationSource = z.infer<typeof sourceSchema>;

const applicationSchema = z.looseObject({
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({
    project: z.string(),
    source: sourceSchema.optional(),
    sources: z.array(sourceSchema).optional(),
    destination: z.looseObject({
      server: z.string().optional(),
      name: z.string().optional(),
      namespace: z.string().default(''),
    }),
    syncPolicy: z
      .looseObject({
        automated: z
          .looseObject({ prune: z.boolean().default(false) })
          .optional(),
        syncOptions: z.array(z.string()).default([]),
      })
      .optional(),
  }),
});

/** An Application as its spec asks for it. */
export interface Application {
  name: string;
  project: string;
  sources: ApplicationSource[];
  /** Whether the spec says `sources`: revisions are lists then. */
  isMultiSource: boolean;
  destinationNamespace: string;
  isAutomated: boolean;
  prunes: boolean;
  createsNamespace: boolean;
}

/** Reads an Application object; a sentence when the object is none. */
export function readApplication(object: unknown): Application | string {
  const parsed = applicationSchema.safeParse(object);
  if (!parsed.success) {
    return z.prettifyError(parsed.error);
  }
  const { metadata, spec } = parsed.data;
  const sources = spec.sources ?? (spec.source ? [spec.source] : []);
  return {
    name: metadata.name,
    project: spec.project,
    sources,
    isMultiSource: spec.sources !== undefined,
    destinationNamespace: spec.destination.namespace,
    isAutomated: spec.syncPolicy?.automated !== undefined,
    prunes: spec.syncPolicy?.automated?.prune ?? false,
    createsNamespace:
      spec.syncPolicy?.syncOptions.includes('CreateNamespace=true') ?? false,
  };
}
