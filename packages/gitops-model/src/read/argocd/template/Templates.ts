/** A rendered text, or why there is none. */
export type RenderedText = { text: string } | { problem: string };

/** One of Argo CD's two ways to put parameters into texts. */
export interface Templates {
  render(template: string, params: Record<string, unknown>): RenderedText;
}
