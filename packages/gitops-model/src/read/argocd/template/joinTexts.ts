import { TemplateError } from './TemplateError';

const maxLength = 1024 * 1024;

/** @throws TemplateError where the text would be too long. */
export function joinTexts(texts: readonly string[], separator: string): string {
  checkLength(
    texts.reduce((sum, text) => sum + text.length + separator.length, 0),
  );
  return texts.join(separator);
}

/** @throws TemplateError where a text of this length would be too long. */
export function checkLength(length: number): void {
  if (length > maxLength) {
    throw new TemplateError('it makes a text that is too long');
  }
}
