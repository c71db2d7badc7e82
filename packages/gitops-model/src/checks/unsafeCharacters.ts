/**
 * Characters that make a text read other than it is: control characters but
 * for tab and line feed, bidirectional overrides and marks, line and paragraph
 * separators, invisible spaces, tags, and halves of surrogate pairs.
 */
export const unsafeCharacters =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;
