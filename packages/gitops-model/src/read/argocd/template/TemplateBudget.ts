import { TemplateError } from './TemplateError';

/** What all templates of one ApplicationSet together may cost. */
export class TemplateBudget {
  #steps = 2_000_000;
  #characters = 32 * 1024 * 1024;

  /** @throws TemplateError where nothing is left. */
  spend(steps: number, characters = 0): void {
    this.#steps -= steps;
    this.#characters -= characters;
    if (this.#steps < 0 || this.#characters < 0) {
      throw new TemplateError('it takes too much work to render');
    }
  }
}
