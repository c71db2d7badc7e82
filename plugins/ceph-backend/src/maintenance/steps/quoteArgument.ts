/** A word that a POSIX shell takes as it is, whatever is in it. */
export function quoteArgument(argument: string): string {
  return /^[A-Za-z0-9._/:=@%+-]+$/.test(argument) && !argument.startsWith('-')
    ? argument
    : `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}
