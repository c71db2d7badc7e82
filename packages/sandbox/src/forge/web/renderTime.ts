import { html, type Html } from '../../http/html';

/** A moment in UTC, to the minute. */
export function renderTime(date: Date): Html {
  const text = date.toISOString();
  return html`<time datetime="${text}"
    >${text.slice(0, 10)} ${text.slice(11, 16)} UTC</time
  >`;
}
