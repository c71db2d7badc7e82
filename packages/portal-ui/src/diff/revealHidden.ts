/**
 * Control, bidirectional and zero-width characters: they can make a reviewer
 * read another text than the one that is written. Tabs are left alone.
 */
const hidden =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Writes characters one cannot see as their code points: `⟨U+202E⟩`. */
export function revealHidden(text: string): string {
  return text.replace(hidden, character => {
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    return `⟨U+${code.padStart(4, '0')}⟩`;
  });
}
