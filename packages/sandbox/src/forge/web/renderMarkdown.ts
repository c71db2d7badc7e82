import { html, type Html } from '../../http/html';
import { renderInline } from './renderInline';

interface Rendered {
  block: Html;
  /** How many lines the block took. */
  lines: number;
}

/**
 * Renders the part of GitHub's Markdown that pull requests of programs use:
 * headings, lists, tables, code, quotes and `<details>`. All other markup is
 * shown as the text it is; comments are left out.
 */
export function renderMarkdown(text: string): Html {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .split('\n');
  return html`<div class="prose">${renderBlocks(lines)}</div>`;
}

function renderBlocks(lines: string[]): Html[] {
  const blocks: Html[] = [];
  let position = 0;
  while (position < lines.length) {
    if (lines[position]?.trim() === '') {
      position += 1;
    } else {
      const { block, lines: taken } = renderBlock(lines.slice(position));
      blocks.push(block);
      position += taken;
    }
  }
  return blocks;
}

function renderBlock(lines: string[]): Rendered {
  return (
    renderCode(lines) ??
    renderHeading(lines) ??
    renderDetails(lines) ??
    renderTable(lines) ??
    renderList(lines) ??
    renderQuote(lines) ??
    renderParagraph(lines)
  );
}

function renderCode(lines: string[]): Rendered | undefined {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(lines[0] ?? '')?.[1];
  if (fence === undefined) {
    return undefined;
  }
  const closing = lines.findIndex(
    (line, index) =>
      index > 0 &&
      line.trim().startsWith(fence) &&
      /^(`+|~+)$/.test(line.trim()),
  );
  const end = closing < 0 ? lines.length : closing;
  const code = lines.slice(1, end).join('\n');
  return {
    block: html`<pre tabindex="0"><code>${code}</code></pre>`,
    lines: end + 1,
  };
}

function renderHeading(lines: string[]): Rendered | undefined {
  const match = /^(#{1,6}) +(.*?) *#*$/.exec(lines[0] ?? '');
  if (!match) {
    return undefined;
  }
  const [, marks = '', title = ''] = match;
  const content = renderInline(title);
  // The page has the levels above.
  const block =
    marks.length <= 2 ? html`<h3>${content}</h3>` : html`<h4>${content}</h4>`;
  return { block, lines: 1 };
}

function renderDetails(lines: string[]): Rendered | undefined {
  if (!/^<details>/i.test(lines[0]?.trim() ?? '')) {
    return undefined;
  }
  const end = lines.findIndex(line => /<\/details>\s*$/i.test(line));
  if (end < 0) {
    return undefined;
  }
  const inner = lines
    .slice(0, end + 1)
    .join('\n')
    .trim()
    .replace(/^<details>\s*/i, '')
    .replace(/\s*<\/details>$/i, '');
  const summary = /^<summary>([\s\S]*?)<\/summary>/i.exec(inner);
  const content = inner.slice(summary?.[0].length ?? 0);
  return {
    block: html`<details>
      <summary>${renderInline(summary?.[1] ?? 'Details')}</summary>
      ${renderBlocks(content.split('\n'))}
    </details>`,
    lines: end + 1,
  };
}

function renderTable(lines: string[]): Rendered | undefined {
  const isRule = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;
  const [header = '', rule = ''] = lines;
  if (!header.includes('|') || !rule.includes('-') || !isRule.test(rule)) {
    return undefined;
  }
  const end = lines.findIndex(
    (line, index) => index > 1 && !line.includes('|'),
  );
  const rows = lines.slice(2, end < 0 ? undefined : end).map(readCells);
  return {
    block: html`<div
      class="scroll"
      tabindex="0"
      role="group"
      aria-label="Table"
    >
      <table>
        <thead>
          <tr>
            ${readCells(header).map(
              cell => html`<th scope="col">${renderInline(cell)}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            row =>
              html`<tr>
                ${row.map(cell => html`<td>${renderInline(cell)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`,
    lines: rows.length + 2,
  };
}

function readCells(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim().replaceAll('\\|', '|'));
}

function renderList(lines: string[]): Rendered | undefined {
  const marker = /^( *)([-*+]|\d+[.)]) +(.*)$/;
  const first = marker.exec(lines[0] ?? '');
  if (!first) {
    return undefined;
  }
  const indent = first[1]?.length ?? 0;
  const items: string[][] = [];
  let position = 0;
  for (; position < lines.length; position += 1) {
    const line = lines[position] ?? '';
    const match = marker.exec(line);
    const depth = line.length - line.trimStart().length;
    if (match && depth <= indent + 1) {
      items.push([match[3] ?? '']);
    } else if (line.trim() !== '' && depth > indent + 1) {
      items.at(-1)?.push(line.slice(Math.min(depth, indent + 2)));
    } else {
      break;
    }
  }
  const content = items.map(([head = '', ...nested]) => {
    const task = /^\[([ xX])\] (.*)$/.exec(head);
    const box = task && (task[1] === ' ' ? '☐ ' : '☑ ');
    return html`<li>
      ${box ?? ''}${renderInline(task?.[2] ?? head)} ${renderBlocks(nested)}
    </li>`;
  });
  const isOrdered = /\d/.test(first[2] ?? '');
  return {
    block: isOrdered
      ? html`<ol>
          ${content}
        </ol>`
      : html`<ul>
          ${content}
        </ul>`,
    lines: position,
  };
}

function renderQuote(lines: string[]): Rendered | undefined {
  const end = lines.findIndex(line => !/^ {0,3}>/.test(line));
  const quoted = lines.slice(0, end < 0 ? undefined : end);
  if (quoted.length === 0) {
    return undefined;
  }
  const inner = quoted.map(line => line.replace(/^( {0,3}> ?)+/, ''));
  return {
    block: html`<blockquote>${renderBlocks(inner)}</blockquote>`,
    lines: quoted.length,
  };
}

function renderParagraph(lines: string[]): Rendered {
  const startsBlock = /^( {0,3}(`{3,}|~{3,}|>|#{1,6} )| *([-*+]|\d+[.)]) )/;
  const end = lines.findIndex(
    (line, index) =>
      index > 0 && (line.trim() === '' || startsBlock.test(line)),
  );
  const own = lines.slice(0, end < 0 ? undefined : end);
  if (/^ {0,3}([-*_])( *\1){2,} *$/.test(own[0] ?? '')) {
    return { block: html`<hr />`, lines: 1 };
  }
  return {
    block: html`<p>${renderInline(own.join('\n'))}</p>`,
    lines: own.length,
  };
}
