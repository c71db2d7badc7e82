import { printable } from '../printable';
import type { Terminal } from '../Terminal';

/** Says what was taken for granted for want of a profile. */
export function tellAssumed(
  assumed: readonly string[],
  terminal: Pick<Terminal, 'tell'>,
): void {
  for (const sentence of assumed) {
    terminal.tell(`Assumed: ${printable(sentence)}\n`);
  }
}
