import type { Profile } from '@internal/gitops-model';
import { z } from 'zod';
import { withoutCredentials } from '../clone/withoutCredentials';
import { sourcesOf } from './deployedPaths';
import type { EngineObject } from './EngineObject';

/** As the reader: none longer is taken for an address of the repository. */
const maxUrlLength = 2048;

const gitRepositorySpec = z.object({ url: z.string() });
const instanceSpec = z.object({ sync: gitRepositorySpec });

/**
 * Addresses that mean the repository itself: the clone's origin, and the one
 * its documents name most often where they never name the origin.
 */
export function ownRepositoryUrls(
  engine: Profile['engine'],
  objects: readonly EngineObject[],
  originUrl: string | undefined,
): { urls: string[]; assumed: string[] } {
  const counts = new Map<string, { url: string; count: number }>();
  const urls = engine === 'flux' ? fluxUrls(objects) : argocdUrls(objects);
  for (const url of urls.filter(({ length }) => length <= maxUrlLength)) {
    const entry = counts.get(canonical(url)) ?? { url, count: 0 };
    counts.set(canonical(url), { ...entry, count: entry.count + 1 });
  }
  if (originUrl !== undefined && counts.has(canonical(originUrl))) {
    return { urls: [originUrl], assumed: [] };
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  const origin = originUrl === undefined ? [] : [originUrl];
  if (!most) return { urls: origin, assumed: [] };
  return {
    urls: [...origin, most.url],
    assumed: [
      `The repository itself is ${withoutCredentials(most.url)}, which its documents name most often.`,
    ],
  };
}

/** What Flux was bootstrapped with; else every GitRepository. */
function fluxUrls(objects: readonly EngineObject[]): string[] {
  const repositories = objects.filter(({ kind }) => kind === 'GitRepository');
  const first = repositories.filter(({ name }) => name === 'flux-system');
  return [
    ...objects.flatMap(({ kind, spec }) =>
      kind === 'FluxInstance'
        ? (instanceSpec.safeParse(spec).data?.sync.url ?? [])
        : [],
    ),
    ...(first.length > 0 ? first : repositories).flatMap(
      ({ spec }) => gitRepositorySpec.safeParse(spec).data?.url ?? [],
    ),
  ];
}

/** Of sources with a path; one without is a chart. */
function argocdUrls(objects: readonly EngineObject[]): string[] {
  return objects
    .filter(({ kind }) => kind === 'Application' || kind === 'ApplicationSet')
    .flatMap(sourcesOf)
    .flatMap(({ path, repoUrl }) =>
      path === undefined || repoUrl === undefined ? [] : [repoUrl],
    );
}

function canonical(url: string): string {
  return url
    .trim()
    .replace(/^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?/i, '')
    .replace(/^([^:/]+):(?!\d+\/)/, '$1/')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .toLowerCase();
}
