import type { Finding } from '../finding/Finding';
import { refusal } from './refusal';
import { unsafeCharacters } from './unsafeCharacters';

/** Free text, such as a description or the value of a variable. */
export function checkText(value: string, field: string): Finding[] {
  const [found] = value.match(unsafeCharacters) ?? [];
  if (found === undefined) return [];
  const point = found.codePointAt(0) ?? 0;
  const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  return [
    refusal('text-unsafe', {
      message: `The text holds ${name}, a character that cannot be seen or changes how the text reads.`,
      fix: 'Type the text again without it; pasting from other programs often brings such characters.',
      field,
    }),
  ];
}
