import { z } from 'zod';
import { withoutCredentials } from '../clone/withoutCredentials';
import { sourcesOf } from './deployedPaths';
import type { EngineObject } from './EngineObject';

const gitRepositorySpec = z.object({ url: z.string() });

/**
 * Addresses that mean the repository itself: the clone's origin, and the one
 * its documents name most often where they never name the origin.
 */
export function ownRepositoryUrls(
  objects: readonly EngineObject[],
  originUrl: string | undefined,
): { urls: string[]; assumed: string[] } {
  const counts = new Map<string, { url: string; count: number }>();
  for (const url of objects.flatMap(urlsOf)) {
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

function urlsOf(object: EngineObject): string[] {
  if (object.kind === 'GitRepository') {
    const url = gitRepositorySpec.safeParse(object.spec).data?.url;
    return url === undefined ? [] : [url];
  }
  // A source without a path is a chart.
  return sourcesOf(object).flatMap(({ path, repoUrl }) =>
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
