/** What may follow an entry of a map on its line, up to the end of the line: a comma, and comments. */
export const restOfLine =
  /^(?:[ \t]|\/\*(?:(?!\*\/)[^\n])*\*\/)*(,)?(?:[ \t]|\/\*(?:(?!\*\/)[^\n])*\*\/)*(?:(?:#|\/\/)[^\n]*)?\r?\n/;
