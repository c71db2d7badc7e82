import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const seconds = {
  pollSeconds: z.number().min(0.5).default(15),
  deadlineSeconds: z.number().positive().default(5),
};

const argocdSchema = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .refine(url => !/[?#@]/.test(url), {
      error: 'must have no user, query or fragment',
    })
    .transform(url => url.replace(/\/+$/, '')),
  token: z.string().min(1, { error: 'must not be empty' }),
  ...seconds,
});

const clusterSchema = z
  .looseObject({
    name: z.string().min(1),
    argocd: argocdSchema.optional(),
    flux: z.strictObject(seconds).optional(),
  })
  .refine(({ argocd, flux }) => !(argocd && flux), {
    error: 'has both argocd and flux; name the engine that deploys to it',
  });

const platformsSchema = z.record(
  z.string(),
  z.looseObject({
    repository: z.looseObject({ url: z.string().optional() }).optional(),
    clusters: z.array(clusterSchema).default([]),
  }),
);

/** A cluster of the configuration, with the engine that is to be watched there. */
export type WatchedCluster = z.output<typeof clusterSchema> & {
  platform: string;
  /** Git repository of the platform. */
  repositoryUrl?: string;
};

/**
 * The clusters of all platforms.
 *
 * @throws InputError naming the key and what is wrong with its value.
 */
export function readWatchedClusters(
  config: RootConfigService,
): WatchedCluster[] {
  const parsed = platformsSchema.safeParse(
    config.getOptional('platforms') ?? {},
  );
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `Configuration key platforms.${issue.path.join('.')}: ${issue.message}`,
    );
  }
  return Object.entries(parsed.data).flatMap(
    ([platform, { repository, clusters }]) => {
      requireDistinctNames(platform, clusters);
      return clusters.map(cluster => ({
        ...cluster,
        platform,
        repositoryUrl: repository?.url,
      }));
    },
  );
}

function requireDistinctNames(platform: string, clusters: { name: string }[]) {
  const names = clusters.map(cluster => cluster.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(
      `Configuration key platforms.${platform}.clusters: two clusters are named ${twice}; give each its own name`,
    );
  }
}
