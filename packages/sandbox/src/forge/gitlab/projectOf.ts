import { maySee } from '../model/ForgeAccount';
import { notFound } from '../model/ForgeError';
import type { RestRequest } from '../rest/RestRoute';

/** The project that `{id}` names by its number or its path. */
export function projectOf({ forge, account, params }: RestRequest) {
  const id = params.id ?? '';
  const repository = forge
    .repositories()
    .find(
      (candidate, index) =>
        String(1 + index) === id ||
        candidate.fullName.toLowerCase() === id.toLowerCase(),
    );
  if (!repository || !maySee(account, repository.fullName)) {
    throw notFound('404 Project Not Found');
  }
  return repository;
}

/** The merge request that `{iid}` names. */
export function mergeRequestOf(request: RestRequest) {
  const { fullName } = projectOf(request);
  const found = request.forge.pullRequests.find(
    candidate =>
      candidate.repository === fullName &&
      String(candidate.number) === request.params.iid,
  );
  if (!found) {
    throw notFound('404 Not found');
  }
  return found;
}
