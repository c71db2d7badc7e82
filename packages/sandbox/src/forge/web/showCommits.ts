import { diffCommits } from '../../git/compareCommits';
import { readCommit, readCommits } from '../../git/readCommits';
import { html } from '../../http/html';
import { renderDiff } from './renderDiff';
import { renderTime } from './renderTime';
import { encodePath, show, type WebView } from './WebView';

/** The Git object of the empty tree, which the first commit is compared with. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** One commit and what it changed against its first parent. */
export async function showCommit(view: WebView, oid: string) {
  const { bareDir } = view.repository;
  const commit = await readCommit(bareDir, oid);
  const [headline = '', ...body] = commit.message.split('\n');
  const files = await diffCommits(bareDir, commit.parents[0] ?? emptyTree, oid);
  show(view, {
    title: headline,
    section: 'code',
    content: html`<h1>${headline}</h1>
      <p class="meta">
        <code>${commit.oid}</code>
        <span>${commit.author.name}, ${renderTime(commit.author.date)}</span>
      </p>
      ${
        body.join('').trim() !== '' &&
        html`<pre class="card" tabindex="0">${body.join('\n').trim()}</pre>`
      }
      ${renderDiff(
        files,
        path => `${view.base}/blob/${oid}/${encodePath(path)}`,
      )}`,
  });
}

/** The latest commits of a branch. */
export async function showCommits(
  view: WebView,
  at: { revision: string; commit: string },
) {
  const commits = await readCommits(view.repository.bareDir, at.commit, {
    limit: 50,
  });
  show(view, {
    title: `Commits of ${at.revision}`,
    section: 'code',
    content: html`<h1>Commits of ${at.revision}</h1>
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
      </ul>`,
  });
}
