import { posix } from 'node:path';
import type { RepositorySnapshot } from '@internal/gitops-model';
import { UnreadableError } from '../UnreadableError';
import { isBelow, normalizePath } from './normalizePath';

/** A `--root` as it was given: the path, and the cluster where it names one. */
export interface GivenRoot {
  path: string;
  cluster?: string;
}

/**
 * Parses `PATH` or `CLUSTER=PATH`.
 *
 * @throws UnreadableError where the commit holds no such path.
 */
export function parseRoot(
  text: string,
  snapshot: RepositorySnapshot,
): GivenRoot {
  const [, cluster, given] = /^(?:([^=/]+)=)?(.+)$/s.exec(text) ?? [];
  const path = given === undefined ? undefined : normalizePath(given);
  const exists =
    path !== undefined &&
    [...snapshot.files.keys()].some(
      file => file === path || isBelow(file, path),
    );
  if (!exists) {
    throw new UnreadableError(
      `The root ${text} is neither a file nor a directory of this commit.`,
    );
  }
  return { path, cluster };
}

/** Name of a cluster by the last segment of its path. */
export function clusterOfPath(path: string): string {
  return posix.basename(path);
}
