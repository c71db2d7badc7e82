import { entryOf } from './goValues';
import type { RenderedText, Templates } from './Templates';

/**
 * Puts parameters into a text as Argo CD does without `goTemplate`: a name
 * that is none of them stays as it is written.
 */
export const fastTemplates: Templates = { render };

function render(
  template: string,
  params: Record<string, unknown>,
): RenderedText {
  let text = '';
  let position = 0;
  for (;;) {
    const start = template.indexOf('{{', position);
    const end = start < 0 ? -1 : template.indexOf('}}', start + 2);
    if (end < 0) return { text: text + template.slice(position) };
    const name = template.slice(start + 2, end).trim();
    const value = entryOf(params, name);
    text += template.slice(position, start);
    text += typeof value === 'string' ? value : template.slice(start, end + 2);
    position = end + 2;
  }
}
