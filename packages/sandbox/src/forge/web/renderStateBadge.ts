import { html, type Html } from '../../http/html';
import type { PullRequest } from '../model/PullRequest';

const looks = {
  open: { kind: 'good', shape: '○', word: 'Open' },
  merged: { kind: 'done', shape: '●', word: 'Merged' },
  closed: { kind: 'bad', shape: '✕', word: 'Closed' },
};

/** The state of a pull request by shape, word and colour. */
export function renderStateBadge({ state, isDraft }: PullRequest): Html {
  const { kind, shape, word } = looks[state];
  return html`<span class="badge ${kind}"
    ><span aria-hidden="true">${shape}</span>${
      isDraft && state === 'open' ? 'Draft' : word
    }</span
  >`;
}
