import { z } from 'zod';
import { encodePath } from '../repositoryPath';
import { pullRequestSchema, type PullRequestAnswer } from './answers';
import type { ConnectedRepository } from '../http/ConnectedRepository';

const pageSize = 50;
const maxPages = 20;

/**
 * The pull requests of one branch. Gitea lists none by head: it gives one of
 * a base and head, in any state, which mostly is the only one. Where that one
 * is not open, another may be; so all open and the newest closed are looked at.
 */
export async function readPullRequestsOf(
  { api, path }: ConnectedRepository,
  { base, head }: { base: string; head: string },
  signal: AbortSignal,
): Promise<PullRequestAnswer[]> {
  const one = await api.find(
    `${path}/pulls/${encodeURIComponent(base)}/${encodePath(head)}`,
    { schema: pullRequestSchema, signal },
  );
  if (!one || one.state === 'open') {
    return one ? [one] : [];
  }
  const listed: PullRequestAnswer[] = [];
  const readPage = async (state: 'open' | 'closed', page: number) => {
    const answer = await api.get(`${path}/pulls`, {
      query: { state, sort: 'recentupdate', limit: pageSize, page },
      schema: z.array(pullRequestSchema),
      signal,
    });
    listed.push(...answer.filter(({ head: { label } }) => label === head));
    return answer.length;
  };
  for (let page = 1; page <= maxPages; page += 1) {
    if ((await readPage('open', page)) < pageSize) {
      break;
    }
  }
  await readPage('closed', 1);
  const others = listed.filter(({ number }) => number !== one.number);
  return [one, ...others].sort((a, b) => b.number - a.number);
}
