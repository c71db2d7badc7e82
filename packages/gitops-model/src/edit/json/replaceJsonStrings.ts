/** Strings of a JSON text, which nothing else in it can look like. */
const strings = /"(?:[^"\\]|\\.)*"/g;

/**
 * Puts other texts in the place of a JSON file's string values; every other
 * byte stays. The text must be valid JSON.
 *
 * @param replace - the text to stand there, or `undefined` to keep the string
 */
export function replaceJsonStrings(
  text: string,
  replace: (value: string) => string | undefined,
): string {
  return text.replace(strings, (written, offset: number) => {
    const isKey = /^\s*:/.test(text.slice(offset + written.length));
    if (isKey) return written;
    const value: unknown = JSON.parse(written);
    const other = typeof value === 'string' ? replace(value) : undefined;
    return other === undefined ? written : JSON.stringify(other);
  });
}
