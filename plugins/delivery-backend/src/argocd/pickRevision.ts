const COMMIT = /^[0-9a-f]{40}$/;

/**
 * The Git commit among the revisions of an application: that of the
 * platform's own repository where one of several sources is it, else the
 * first commit. Chart versions are no commits and give `undefined`.
 */
export function pickRevision(options: {
  revision?: string | null;
  revisions?: string[] | null;
  sources: { repoURL?: string | null }[];
  repositoryUrl?: string;
}): string | undefined {
  const { revision, revisions, sources, repositoryUrl } = options;
  const candidates = revisions?.length ? revisions : [revision ?? ''];
  const own = candidates.find(
    (candidate, index) =>
      COMMIT.test(candidate) &&
      repositoryUrl !== undefined &&
      isSameRepository(sources.at(index)?.repoURL ?? '', repositoryUrl),
  );
  return own ?? candidates.find(candidate => COMMIT.test(candidate));
}

function isSameRepository(left: string, right: string) {
  const plain = (url: string) => url.replace(/\/+$/, '').replace(/\.git$/, '');
  return plain(left) === plain(right);
}
