import type { Config } from '@backstage/config';
import { ForwardedError, InputError } from '@backstage/errors';
import { defaultMaxFileBytes, parseProfile } from '@internal/gitops-model';
import { z } from 'zod';
import type { Platform } from './Platform';

const platformId = /^[a-z0-9]([-a-z0-9]{0,38}[a-z0-9])?$/;

const repositoryUrl = z
  .string()
  .refine(isRepositoryUrl, {
    error: 'must be an http or https address without credentials and query',
  })
  .transform(url => url.replace(/\/+$/, '').replace(/\.git$/, ''));

/** As `git check-ref-format` has it, without the characters a shell or URL would mind. */
const branch = z
  .string()
  .regex(
    /^(?![-./])(?!.*(?:\.\.|\/\/|\/\.|@\{|\.lock(?:\/|$)))[A-Za-z0-9._/@+-]{1,200}(?<![./])$/,
    'must be the name of a branch',
  );

const platformSchema = z.object({
  title: z.string().min(1).optional(),
  repository: z.object({
    url: repositoryUrl,
    branch: branch.default('main'),
    pollSeconds: z.number().min(1).default(60),
    timeoutSeconds: z.number().min(1).default(30),
    maxFileBytes: z.number().int().min(1).default(defaultMaxFileBytes),
  }),
  clusters: z.array(z.object({ name: z.string().min(1) })).min(1),
  profile: z.unknown(),
});

/**
 * The platforms of the configuration, in its order.
 *
 * @throws InputError with a sentence that names the wrong key.
 */
export function readPlatforms(config: Config): Platform[] {
  const platforms = config.getOptionalConfig('platforms');
  return (platforms?.keys() ?? []).map(id => {
    if (!platformId.test(id)) {
      throw new InputError(
        `The configuration key platforms.${id} is not valid: a platform id is at most 40 lower-case letters, digits and hyphens.`,
      );
    }
    return readPlatform(id, platforms?.get(id));
  });
}

function readPlatform(id: string, value: unknown): Platform {
  const parsed = platformSchema.safeParse(value);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(
      `The configuration key ${['platforms', id, ...path].join('.')} is not valid: ${message}.`,
    );
  }
  const { title, repository, clusters } = parsed.data;
  const profile = readProfile(id, parsed.data.profile, `${repository.url}.git`);
  const names = new Set(clusters.map(({ name }) => name));
  for (const key of ['roots', 'destinations'] as const) {
    for (const { cluster } of profile[key]) {
      if (!names.has(cluster)) {
        throw new InputError(
          `The configuration key platforms.${id}.profile.${key} names the cluster ${cluster}, which platforms.${id}.clusters does not list.`,
        );
      }
    }
  }
  return {
    id,
    title: title ?? id,
    repository,
    clusters,
    profile,
  };
}

function readProfile(id: string, value: unknown, cloneUrl: string) {
  try {
    return parseProfile(value, cloneUrl);
  } catch (error) {
    throw new ForwardedError(
      `The configuration key platforms.${id}.profile is not valid`,
      error,
    );
  }
}

function isRepositoryUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === '' &&
    url.pathname.length > 1
  );
}
