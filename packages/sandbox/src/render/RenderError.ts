/** Why Argo CD cannot tell what a source asks for; shown as ComparisonError. */
export class RenderError extends Error {
  override readonly name = 'RenderError';
}
