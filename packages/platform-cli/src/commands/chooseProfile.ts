import { InputError } from '@backstage/errors';
import { parseProfile } from '@internal/gitops-model';
import { z } from 'zod';
import type { Clone } from '../clone/Clone';
import {
  type DetectedProfile,
  detectProfile,
  unknownUrl,
} from '../detect/detectProfile';
import { findEngineObjects } from '../detect/findEngineObjects';
import { ownRepositoryUrls } from '../detect/ownRepositoryUrls';
import { clusterOfPath, parseRoot } from '../detect/parseRoot';
import { readProfileFile } from './readProfileFile';
import { UnreadableError } from '../UnreadableError';

const givenProfile = z.looseObject({
  engine: z.enum(['argocd', 'flux']),
  repositoryUrls: z.array(z.string()).default([]),
});

/** What a command line says of how to read. */
export interface ProfileRequest {
  /** Path of a profile's file. */
  profile: string | undefined;
  /** As given: `PATH` or `CLUSTER=PATH`. */
  roots: readonly string[];
}

/**
 * The profile of the request's file, its roots replaced by those of the
 * request; without a file, one that is found out.
 *
 * @throws UnreadableError where there is none to be had.
 */
export function chooseProfile(
  { snapshot, originUrl }: Clone,
  request: ProfileRequest,
): DetectedProfile {
  const roots = request.roots.map(text => parseRoot(text, snapshot));
  const objects = findEngineObjects(snapshot);
  try {
    if (request.profile === undefined) {
      return detectProfile({ objects, roots, originUrl });
    }
    const given = givenProfile.safeParse(readProfileFile(request.profile));
    if (!given.success) {
      throw new UnreadableError(
        `The profile ${request.profile} is not valid: it must be a mapping with an engine, argocd or flux.`,
      );
    }
    const { repositoryUrls, ...value } = given.data;
    const own =
      repositoryUrls.length > 0
        ? { urls: [], assumed: [] }
        : ownRepositoryUrls(value.engine, objects, originUrl);
    const profile = parseProfile(
      {
        ...value,
        repositoryUrls: [...repositoryUrls, ...own.urls],
        ...(roots.length > 0 && {
          roots: roots.map(({ path, cluster }) => ({
            path,
            cluster: cluster ?? clusterOfPath(path),
          })),
        }),
      },
      originUrl ?? unknownUrl,
    );
    return { profile, assumed: own.assumed };
  } catch (error) {
    if (error instanceof InputError) {
      throw new UnreadableError(error.message);
    }
    throw error;
  }
}
