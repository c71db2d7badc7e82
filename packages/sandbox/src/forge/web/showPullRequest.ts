import { diffCommits, findMergeBase } from '../../git/compareCommits';
import { readCommits } from '../../git/readCommits';
import { html, type Html } from '../../http/html';
import { isMergeable } from '../model/mergePullRequest';
import type { PullRequest } from '../model/PullRequest';
import { renderDiff } from './renderDiff';
import { renderMarkdown } from './renderMarkdown';
import { renderPullRequestActions } from './renderPullRequestActions';
import { renderStateBadge } from './renderStateBadge';
import { renderTime } from './renderTime';
import { encodePath, show, type WebView } from './WebView';

/** One pull request: what it says, its reviews, commits and changes, and what one can do. */
export async function showPullRequest(
  view: WebView,
  pullRequest: PullRequest,
  problem?: string,
) {
  const { bareDir } = view.repository;
  const { baseOid, headOid } = pullRequest;
  const start = await findMergeBase(bareDir, baseOid, headOid);
  const [files, commits, mergeable] = await Promise.all([
    diffCommits(bareDir, start ?? baseOid, headOid),
    readCommits(bareDir, headOid, { exclude: baseOid, limit: 100 }),
    isMergeable(view.world.forge, pullRequest),
  ]);
  const sum = (field: 'additions' | 'deletions') =>
    files.reduce((total, file) => total + file[field], 0);
  show(view, {
    title: `${pullRequest.title} #${pullRequest.number}`,
    section: 'pulls',
    status: problem ? 409 : 200,
    content: html`<h1>
        ${pullRequest.title}
        <span class="number">#${pullRequest.number}</span>
      </h1>
      <p class="meta">
        ${renderStateBadge(pullRequest)}
        <span
          >${pullRequest.author} ${sentence(pullRequest, commits.length)}
          <code>${pullRequest.baseBranch}</code> from
          <code>${pullRequest.headBranch}</code></span
        >
      </p>
      ${problem && html`<p class="notice bad" role="alert">${problem}</p>`}
      <div class="columns">
        <div>
          <h2 class="hidden">Description</h2>
          <section class="card" aria-label="Description">
            ${
              pullRequest.body.trim() === ''
                ? html`<p class="soft">No description.</p>`
                : renderMarkdown(pullRequest.body)
            }
          </section>
          ${renderTimeline(pullRequest)}
          <h2>Commits</h2>
          <ul class="card list">
            ${commits.map(
              commit =>
                html`<li>
                  <a class="title" href="${view.base}/commit/${commit.oid}"
                    >${commit.message.split('\n')[0]}</a
                  >
                  <div class="soft">
                    <span class="mono">${commit.oid.slice(0, 7)}</span> by
                    ${commit.author.name}, ${renderTime(commit.author.date)}
                  </div>
                </li>`,
            )}
          </ul>
        </div>
        ${renderPullRequestActions(view, pullRequest, mergeable)}
      </div>
      <h2 id="files">
        ${files.length} ${files.length === 1 ? 'file' : 'files'} changed
        <span class="mono"
          ><span class="plus"
            >+${sum('additions')}<span class="hidden"> lines added</span></span
          >
          <span class="minus"
            >−${sum('deletions')}<span class="hidden">
              lines removed</span
            ></span
          ></span
        >
      </h2>
      ${renderDiff(
        files,
        path => `${view.base}/blob/${headOid}/${encodePath(path)}`,
      )}`,
  });
}

function sentence({ state }: PullRequest, count: number): string {
  const commits = `${count} ${count === 1 ? 'commit' : 'commits'}`;
  return state === 'merged'
    ? `proposed ${commits}, which became part of`
    : `proposes ${commits} for`;
}

const verdicts = {
  APPROVED: { kind: 'good', shape: '✓', words: 'approved' },
  CHANGES_REQUESTED: { kind: 'bad', shape: '!', words: 'requested changes' },
  COMMENTED: { kind: '', shape: '…', words: 'commented' },
  DISMISSED: { kind: '', shape: '–', words: 'had a review dismissed' },
};

function renderTimeline(pullRequest: PullRequest): Html | undefined {
  const entries = [
    ...pullRequest.reviews.map(review => ({
      at: review.submittedAt,
      body: review.body,
      author: review.author,
      ...verdicts[review.state],
    })),
    ...pullRequest.comments.map(comment => ({
      at: comment.createdAt,
      body: comment.body,
      author: comment.author,
      ...verdicts.COMMENTED,
    })),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());
  if (entries.length === 0) {
    return undefined;
  }
  return html`<h2>Conversation</h2>
    <ul class="card list">
      ${entries.map(
        entry =>
          html`<li>
            <strong>${entry.author}</strong>
            <span class="badge ${entry.kind}"
              ><span aria-hidden="true">${entry.shape}</span>
              ${entry.words}</span
            >
            <span class="soft">${renderTime(entry.at)}</span>
            ${entry.body.trim() !== '' && renderMarkdown(entry.body)}
          </li>`,
      )}
    </ul>`;
}
