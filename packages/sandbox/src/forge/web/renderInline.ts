import { html, type Html } from '../../http/html';

const inline = new RegExp(
  [
    /(?<ticks>`+)(?<code>[^`]|[^`][\s\S]*?[^`])\k<ticks>(?!`)/,
    /\*\*(?<bold>[^*\n]+)\*\*/,
    /\[(?<text>[^\]\n]*)\]\((?<target>[^()\s]+)\)/,
    /\\(?<plain>[\\`*_{}[\]()#+.!|<>~-])/,
    /(?<bare>https?:\/\/[^\s<>"')\]]+)/,
  ]
    .map(part => part.source)
    .join('|'),
  'g',
);

/** Code, bold, links and escapes of one line or paragraph; anything else is text. */
export function renderInline(text: string): Html {
  const parts: (Html | string)[] = [];
  let position = 0;
  for (const match of text.matchAll(inline)) {
    parts.push(text.slice(position, match.index));
    parts.push(renderMatch(match));
    position = match.index + match[0].length;
  }
  parts.push(text.slice(position));
  return html`${parts}`;
}

function renderMatch(match: RegExpMatchArray): Html | string {
  const { code, bold, text, target, plain, bare } = match.groups ?? {};
  if (code !== undefined) {
    return html`<code>${code.trim()}</code>`;
  }
  if (bold !== undefined) {
    return html`<strong>${renderInline(bold)}</strong>`;
  }
  if (plain !== undefined) {
    return plain;
  }
  const link = bare ?? target ?? '';
  if (!/^https?:\/\//i.test(link)) {
    return match[0];
  }
  return html`<a href="${link}" rel="noreferrer"
    >${text ? renderInline(text) : link}</a
  >`;
}
