import type { FileDiff } from '../../git/compareCommits';
import { html, type Html } from '../../http/html';

/** Files with more changed lines start folded. */
const longFile = 400;

const words = { added: 'added', modified: 'changed', removed: 'deleted' };

/** The changes of several files; `blobUrl` gives the page of a file after the change. */
export function renderDiff(
  files: FileDiff[],
  blobUrl: (path: string) => string,
): Html {
  return html`${files.map(file => {
    const isOpen = file.additions + file.deletions <= longFile;
    return html`<details class="file" ${isOpen && html`open`}>
      <summary>
        <span class="mono">${file.path}</span>
        <span class="soft">${words[file.status]}</span>
        <span class="counts mono">
          <span class="plus"
            >+${file.additions}<span class="hidden"> lines added</span></span
          >
          <span class="minus"
            >−${file.deletions}<span class="hidden"> lines removed</span></span
          >
        </span>
      </summary>
      <div
        class="scroll"
        tabindex="0"
        role="group"
        aria-label="Changes of ${file.path}"
      >
        ${
          file.patch === ''
            ? html`<p class="soft" style="padding: 0 1rem">
                No lines to show: the file is empty or binary.
              </p>`
            : html`<table class="code">
                <tbody>
                  ${renderLines(file.patch)}
                </tbody>
              </table>`
        }
      </div>
      ${
        file.after &&
        html`<p class="whole">
          <a href="${blobUrl(file.path)}"
            >The whole file<span class="hidden"> ${file.path}</span></a
          >
        </p>`
      }
    </details>`;
  })}`;
}

function renderLines(patch: string): Html[] {
  let before = 0;
  let after = 0;
  return patch.split('\n').map(line => {
    const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(line);
    if (hunk) {
      before = Number(hunk[1]);
      after = Number(hunk[2]);
      return html`<tr class="hunk">
        <td colspan="4">${line}</td>
      </tr>`;
    }
    const sign = line.charAt(0);
    const text = line.slice(1);
    if (sign === '\\') {
      return renderLine('hunk', '', '', '', text.trim());
    }
    if (sign === '+') {
      after += 1;
      return renderLine('added', '', after - 1, '+', text);
    }
    if (sign === '-') {
      before += 1;
      return renderLine('removed', before - 1, '', '−', text);
    }
    before += 1;
    after += 1;
    return renderLine('same', before - 1, after - 1, ' ', text);
  });
}

function renderLine(
  kind: string,
  before: number | '',
  after: number | '',
  sign: string,
  text: string,
): Html {
  return html`<tr class="${kind}">
    <td class="at">${before}</td>
    <td class="at">${after}</td>
    <td class="sign">${sign}</td>
    <td>${text}</td>
  </tr>`;
}
