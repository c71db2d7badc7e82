import { html } from '../../http/html';
import { decideReview, type PullRequest } from '../model/PullRequest';
import { renderStateBadge } from './renderStateBadge';
import { renderTime } from './renderTime';
import { show, type WebView } from './WebView';

/** The list of pull requests: open ones, or those that are closed or merged. */
export function showPullRequests(view: WebView) {
  const isOpen = view.request.query.state !== 'closed';
  const all = view.world.forge.pullRequests.filter(
    candidate => candidate.repository === view.repository.fullName,
  );
  const shown = all
    .filter(candidate => (candidate.state === 'open') === isOpen)
    .reverse();
  const openCount = all.filter(candidate => candidate.state === 'open').length;
  show(view, {
    title: 'Pull requests',
    section: 'pulls',
    content: html`<h1>Pull requests</h1>
      <nav aria-label="State" style="margin-bottom: 1.25rem">
        <a href="${view.base}/pulls" ${isOpen && html`aria-current="page"`}
          >${openCount} open</a
        >
        <a
          href="${view.base}/pulls?state=closed"
          ${!isOpen && html`aria-current="page"`}
          >${all.length - openCount} closed</a
        >
      </nav>
      ${
        shown.length === 0
          ? html`<p class="card soft">
              ${
                isOpen
                  ? 'Nothing is open. Pull requests of the portal appear here.'
                  : 'Nothing has been closed or merged yet.'
              }
            </p>`
          : html`<ul class="card list">
              ${shown.map(pullRequest => renderRow(view, pullRequest))}
            </ul>`
      }`,
  });
}

const decisions = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes requested',
  REVIEW_REQUIRED: 'waits for a review',
};

function renderRow(view: WebView, pullRequest: PullRequest) {
  return html`<li>
    <div class="meta" style="margin: 0">
      ${renderStateBadge(pullRequest)}
      <a class="title" href="${view.base}/pull/${pullRequest.number}"
        >${pullRequest.title}</a
      >
      ${pullRequest.labels.map(label => html`<span class="label">${label}</span>`)}
    </div>
    <div class="soft">
      #${pullRequest.number} by ${pullRequest.author},
      ${renderTime(pullRequest.createdAt)}${
        pullRequest.state === 'open' &&
        `, ${decisions[decideReview(pullRequest)]}`
      }
    </div>
  </li>`;
}
