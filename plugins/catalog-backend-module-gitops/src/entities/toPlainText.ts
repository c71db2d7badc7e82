/** Control and formatting characters, such as terminal escapes and changes of direction. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** One line of text that shows as it is, cut at so many characters. */
export function toPlainText(text: string, maxLength: number): string {
  const line = text.replace(invisible, ' ').trim();
  return line.length <= maxLength ? line : `${line.slice(0, maxLength - 1)}…`;
}
