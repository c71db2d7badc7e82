import { Link } from '@backstage/ui';
import { PlatformOverview } from '@internal/plugin-platforms-common';
import { isWebUrl } from '@internal/portal-ui';

type Commit = NonNullable<PlatformOverview['commit']>;

/** A commit by its short id, and the way to it on the forge. */
export function CommitLink({ commit }: { commit: Commit }) {
  const short = (
    <code dir="ltr" title={commit.id}>
      {commit.id.slice(0, 10)}
    </code>
  );
  return isWebUrl(commit.url) ? (
    <Link href={commit.url} target="_blank" rel="noopener noreferrer">
      {short}
    </Link>
  ) : (
    short
  );
}
