/** Control characters, and those that reorder or hide text. */
const unsafe =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Text of a repository as one line that cannot steer a terminal. */
export function printable(text: string): string {
  return text.replace(unsafe, '\uFFFD');
}
