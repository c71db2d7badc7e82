import { isMergeable } from '../model/mergePullRequest';
import type { PullRequest } from '../model/PullRequest';
import type { RestRequest } from './RestRoute';
import { createRestWriter } from './toRest';

/** A pull request as its own address gives it: with whether it can be merged. */
export async function toPullRequestDetail(
  request: RestRequest,
  pullRequest: PullRequest,
) {
  const writer = createRestWriter(request.forge, request.origin);
  return {
    ...writer.pullRequest(pullRequest),
    mergeable:
      pullRequest.state === 'open'
        ? await isMergeable(request.forge, pullRequest)
        : null,
  };
}
