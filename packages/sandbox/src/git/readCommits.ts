import { runGitText } from './runGit';

export interface CommitDetail {
  oid: string;
  tree: string;
  parents: string[];
  author: { name: string; email: string; date: Date };
  committer: { name: string; email: string; date: Date };
  message: string;
}

/**
 * The commits reachable from `head` but not from `exclude`, newest first;
 * at most `limit`.
 */
export async function readCommits(
  gitDir: string,
  head: string,
  options: { exclude?: string; limit: number },
): Promise<CommitDetail[]> {
  const text = await runGitText(gitDir, [
    'log',
    '-z',
    `--max-count=${options.limit}`,
    '--topo-order',
    '--format=%H%n%T%n%P%n%an%n%ae%n%at%n%cn%n%ce%n%ct%n%B',
    head,
    ...(options.exclude ? [`^${options.exclude}`] : []),
    '--',
  ]);
  return text
    .split('\0')
    .filter(record => record !== '')
    .map(toCommitDetail);
}

/** One commit; rejects when there is none. */
export async function readCommit(
  gitDir: string,
  oid: string,
): Promise<CommitDetail> {
  const [commit] = await readCommits(gitDir, oid, { limit: 1 });
  if (!commit) {
    throw new Error(`Git has no commit ${oid}.`);
  }
  return commit;
}

function toCommitDetail(record: string): CommitDetail {
  const [
    oid = '',
    tree = '',
    parents = '',
    authorName = '',
    authorEmail = '',
    authorTime = '0',
    committerName = '',
    committerEmail = '',
    committerTime = '0',
    ...message
  ] = record.split('\n');
  return {
    oid,
    tree,
    parents: parents.split(' ').filter(parent => parent !== ''),
    author: {
      name: authorName,
      email: authorEmail,
      date: new Date(Number(authorTime) * 1000),
    },
    committer: {
      name: committerName,
      email: committerEmail,
      date: new Date(Number(committerTime) * 1000),
    },
    message: message.join('\n').replace(/\n+$/, ''),
  };
}
