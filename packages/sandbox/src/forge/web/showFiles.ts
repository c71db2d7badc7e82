import { readCommit } from '../../git/readCommits';
import type { TreeFile } from '../../git/GitRepository';
import { html } from '../../http/html';
import { renderTime } from './renderTime';
import { encodePath, show, type WebView } from './WebView';

/** A folder of the repository at a branch or commit; the empty path is the root. */
export async function showFolder(
  view: WebView,
  at: { revision: string; commit: string; path: string },
) {
  const { repository, base } = view;
  const files = await repository.listFiles(at.commit, at.path || undefined);
  const entries = listEntries(files, at.path);
  const commit = await readCommit(repository.bareDir, at.commit);
  show(view, {
    title: at.path || repository.fullName,
    section: 'code',
    content: html`<h1>${at.path || repository.fullName}</h1>
      <p class="meta">
        <span><code>${at.revision}</code></span>
        <span
          ><a href="${base}/commit/${at.commit}"
            >${commit.message.split('\n')[0]}</a
          >
          by ${commit.author.name}, ${renderTime(commit.author.date)}</span
        >
      </p>
      ${
        at.path === '' &&
        html`<p class="card">
          Clone with <code>git clone ${cloneUrl(view)}</code> and a token as
          password.
        </p>`
      }
      <ul class="card list">
        ${entries.map(
          entry =>
            html`<li class="mono">
              <a
                href="${base}/${
                  entry.isFolder ? 'tree' : 'blob'
                }/${encodePath(at.revision)}/${encodePath(entry.path)}"
                >${entry.name}${entry.isFolder && '/'}</a
              >
            </li>`,
        )}
      </ul>`,
  });
}

/** A file with a number and an anchor (`#L12`) for every line. */
export async function showFile(
  view: WebView,
  at: { revision: string; commit: string; path: string },
  content: Buffer,
) {
  const lines = content.includes(0)
    ? undefined
    : content.toString('utf8').replace(/\n$/, '').split('\n');
  const folder = at.path.split('/').slice(0, -1).join('/');
  show(view, {
    title: at.path,
    section: 'code',
    content: html`<h1 class="mono">${at.path}</h1>
      <p class="meta">
        <span>at <code>${at.revision}</code></span>
        <span>${content.length} bytes</span>
        <a
          href="${view.base}/tree/${encodePath(at.revision)}/${encodePath(
            folder,
          )}"
          >Folder</a
        >
      </p>
      <div
        class="file scroll"
        tabindex="0"
        role="group"
        aria-label="Content of ${at.path}"
      >
        ${
          lines
            ? html`<table class="code">
                <tbody>
                  ${lines.map(
                    (line, index) =>
                      html`<tr id="L${index + 1}">
                        <td class="at">
                          <a
                            href="#L${index + 1}"
                            aria-label="Line ${index + 1}"
                            >${index + 1}</a
                          >
                        </td>
                        <td>${line}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>`
            : html`<p class="soft" style="padding: 0 1rem">
                The file is binary.
              </p>`
        }
      </div>`,
  });
}

function cloneUrl({ request, repository }: WebView): string {
  return `${request.protocol}://${request.get('host')}/${repository.fullName}.git`;
}

function listEntries(files: TreeFile[], folder: string) {
  const prefix = folder === '' ? '' : `${folder}/`;
  const folders = new Set<string>();
  const names: string[] = [];
  for (const { path } of files) {
    const [name = '', ...deeper] = path.slice(prefix.length).split('/');
    if (deeper.length > 0) {
      folders.add(name);
    } else {
      names.push(name);
    }
  }
  return [
    ...[...folders].map(name => ({
      name,
      path: prefix + name,
      isFolder: true,
    })),
    ...names.map(name => ({ name, path: prefix + name, isFolder: false })),
  ];
}
