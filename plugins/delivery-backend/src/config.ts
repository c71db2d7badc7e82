import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** One Argo CD to read, and the cluster whose units it reports. */
export type ArgocdInstance = {
  platform: string;
  cluster: string;
  /** Origin and base path, without a trailing slash. */
  url: string;
  token: string;
  pollMilliseconds: number;
  deadlineMilliseconds: number;
  /** Git repository of the platform; picks the revision of an Application with several sources. */
  repositoryUrl?: string;
};

const argocdSchema = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .refine(url => !/[?#@]/.test(url), {
      error: 'must have no user, query or fragment',
    })
    .transform(url => url.replace(/\/+$/, '')),
  token: z.string().min(1, { error: 'must not be empty' }),
  pollSeconds: z.number().min(0.5).default(15),
  deadlineSeconds: z.number().positive().default(5),
});

const platformsSchema = z.record(
  z.string(),
  z.looseObject({
    repository: z.looseObject({ url: z.string().optional() }).optional(),
    clusters: z
      .array(
        z.looseObject({
          name: z.string().min(1),
          argocd: argocdSchema.optional(),
        }),
      )
      .default([]),
  }),
);

/**
 * Reads the Argo CD instances of all platforms and clusters.
 *
 * @throws InputError naming the key and what is wrong with its value.
 */
export function readArgocdInstances(
  config: RootConfigService,
): ArgocdInstance[] {
  const parsed = platformsSchema.safeParse(
    config.getOptional('platforms') ?? {},
  );
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `Configuration key platforms.${issue.path.join('.')}: ${issue.message}`,
    );
  }
  return Object.entries(parsed.data).flatMap(([platform, settings]) => {
    requireDistinctNames(platform, settings.clusters);
    return settings.clusters.flatMap(({ name, argocd }) =>
      argocd
        ? {
            platform,
            cluster: name,
            url: argocd.url,
            token: argocd.token,
            pollMilliseconds: argocd.pollSeconds * 1000,
            deadlineMilliseconds: argocd.deadlineSeconds * 1000,
            repositoryUrl: settings.repository?.url,
          }
        : [],
    );
  });
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
