/** Whether a text names what it says: nothing in it waits for a variable or a template. */
export function isLiteral(text: string): boolean {
  return text !== '' && !/\$\{|\{\{|\{%/.test(text);
}
