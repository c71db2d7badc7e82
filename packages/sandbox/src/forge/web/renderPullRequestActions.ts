import { html, type Html } from '../../http/html';
import { decideReview, type PullRequest } from '../model/PullRequest';
import { renderTime } from './renderTime';
import type { WebView } from './WebView';

const decisions = {
  APPROVED: { kind: 'good', words: '✓ Approved' },
  CHANGES_REQUESTED: { kind: 'bad', words: '! Changes requested' },
  REVIEW_REQUIRED: { kind: 'warn', words: '○ Waits for a review' },
};

/** The side column: where the review stands, and the buttons, pressed in somebody's name. */
export function renderPullRequestActions(
  view: WebView,
  pullRequest: PullRequest,
  mergeable: boolean,
): Html {
  const decision = decisions[decideReview(pullRequest)];
  return html`<aside aria-label="State and actions">
    <div class="card">
      <p style="margin-top: 0">
        ${
          pullRequest.merge
            ? html`Merged by <strong>${pullRequest.merge.by}</strong>,
                ${renderTime(pullRequest.merge.at)}, as
                <a href="${view.base}/commit/${pullRequest.merge.oid}"
                  ><code>${pullRequest.merge.oid.slice(0, 7)}</code></a
                >.`
            : html`<span class="badge ${decision.kind}"
                >${decision.words}</span
              >`
        }
      </p>
      ${
        pullRequest.state === 'open' &&
        !mergeable &&
        html`<p class="notice bad">
          The base branch has changes that conflict with this one.
        </p>`
      }
      ${
        pullRequest.requestedReviewers.length > 0 &&
        html`<p>
          <strong>Review asked from</strong
          ><br />${pullRequest.requestedReviewers.join(', ')}
        </p>`
      }
      ${
        pullRequest.labels.length > 0 &&
        html`<p>
          <strong>Labels</strong><br />${pullRequest.labels.map(
            label => html`<span class="label">${label}</span> `,
          )}
        </p>`
      }
      ${pullRequest.state !== 'merged' && renderForm(view, pullRequest)}
    </div>
  </aside>`;
}

function renderForm(view: WebView, pullRequest: PullRequest): Html {
  const button = (verb: string, label: string, kind = '') =>
    html`<button class="${kind}" name="verb" value="${verb}">${label}</button>`;
  const isApproved = decideReview(pullRequest) === 'APPROVED';
  return html`<form
    method="post"
    action="${view.base}/pull/${pullRequest.number}"
  >
    <label for="as">Act as</label>
    <select id="as" name="as">
      ${view.world.people.map(
        person =>
          html`<option
            value="${person.username}"
            ${person.username === 'petra' && html`selected`}
          >
            ${person.displayName} (${person.username})
          </option>`,
      )}
    </select>
    <div class="actions">
      ${
        pullRequest.state === 'open'
          ? html`${button('approve', 'Approve', isApproved ? '' : 'primary')}
            ${button(
              'merge',
              'Merge pull request',
              isApproved ? 'primary' : '',
            )}
            ${button('request-changes', 'Request changes')}
            ${button('close', 'Close without merging')}`
          : button('reopen', 'Open again')
      }
    </div>
  </form>`;
}
