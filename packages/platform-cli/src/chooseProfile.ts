import { InputError } from '@backstage/errors';
import { parseProfile } from '@internal/gitops-model';
import { z } from 'zod';
import type { Clone } from './clone/Clone';
import { type DetectedProfile, detectProfile } from './detect/detectProfile';
import { findEngineObjects } from './detect/findEngineObjects';
import { ownRepositoryUrls } from './detect/ownRepositoryUrls';
import { clusterOfPath, parseRoot } from './detect/parseRoot';
import type { ReadRequest } from './parseArguments';
import { readProfileFile } from './readProfileFile';
import { UnreadableError } from './UnreadableError';

const givenProfile = z.looseObject({
  repositoryUrls: z.array(z.string()).default([]),
});

/**
 * The profile of the request's file, its roots replaced by those of the
 * request; without a file, one that is found out.
 *
 * @throws UnreadableError where there is none to be had.
 */
export function chooseProfile(
  { snapshot, originUrl }: Clone,
  request: Pick<ReadRequest, 'profile' | 'roots'>,
): DetectedProfile {
  const roots = request.roots.map(text => parseRoot(text, snapshot));
  const objects = findEngineObjects(snapshot);
  const own = ownRepositoryUrls(objects, originUrl);
  try {
    if (request.profile === undefined) {
      const { profile, assumed } = detectProfile({
        objects,
        roots,
        repositoryUrls: own.urls,
      });
      return { profile, assumed: [...assumed, ...own.assumed] };
    }
    const value = givenProfile.parse(readProfileFile(request.profile));
    const saysItself = value.repositoryUrls.length > 0;
    const profile = parseProfile(
      {
        ...value,
        repositoryUrls: [
          ...value.repositoryUrls,
          ...(saysItself ? [] : own.urls),
        ],
        ...(roots.length > 0 && {
          roots: roots.map(({ path, cluster }) => ({
            path,
            cluster: cluster ?? clusterOfPath(path),
          })),
        }),
      },
      originUrl ?? own.urls[0] ?? 'unknown',
    );
    return { profile, assumed: saysItself ? [] : own.assumed };
  } catch (error) {
    if (error instanceof InputError) {
      throw new UnreadableError(error.message);
    }
    throw error;
  }
}
