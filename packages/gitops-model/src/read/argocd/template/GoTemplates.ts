import { parseTemplate } from './parseTemplate';
import { TemplateBudget } from './TemplateBudget';
import { TemplateError } from './TemplateError';
import { type MissingKey, TemplateEvaluation } from './TemplateEvaluation';
import type { TemplateNode } from './TemplateNode';
import type { RenderedText, Templates } from './Templates';

/**
 * Renders Go templates as Argo CD does, with the functions repositories use;
 * anything else is a problem. Parses each template once.
 */
export class GoTemplates implements Templates {
  readonly #missingKey: MissingKey;
  readonly #budget = new TemplateBudget();
  readonly #parsed = new Map<string, TemplateNode[]>();

  constructor(missingKey: MissingKey) {
    this.#missingKey = missingKey;
  }

  render(template: string, params: Record<string, unknown>): RenderedText {
    if (!template.includes('{{')) return { text: template };
    try {
      const nodes = this.#parsed.get(template) ?? parseTemplate(template);
      this.#parsed.set(template, nodes);
      const evaluation = new TemplateEvaluation(this.#missingKey, this.#budget);
      return { text: evaluation.render(nodes, params) };
    } catch (error) {
      if (error instanceof TemplateError) return { problem: error.message };
      throw error;
    }
  }
}
