import { parseArgs, type ParseArgsConfig } from 'node:util';
import { toError } from '@backstage/errors';
import { UsageError } from './UsageError';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; allowPositionals: true; options: T }>
>['values'];

/**
 * The path of a clone and the options of one command.
 *
 * @throws UsageError where there is no such option, or not one clone.
 */
export function parseOptions<T extends Options>(
  args: readonly string[],
  options: T,
): { path: string; values: Parsed<T> } {
  const { positionals, values } = parse(args, options);
  const [path, ...rest] = positionals;
  if (path === undefined || path === '') {
    throw new UsageError('The path of a clone is missing.');
  }
  if (rest.length > 0) {
    throw new UsageError(
      `One clone is read at a time, and ${rest[0]} is a second.`,
    );
  }
  return { path, values };
}

function parse<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    const [sentence] = toError(error).message.split('. ');
    throw new UsageError(`${sentence}.`);
  }
}

/**
 * One of the names that an option takes.
 *
 * @throws UsageError naming them.
 */
export function oneOf<T extends string>(
  kind: string,
  value: string,
  names: readonly T[],
): T {
  const found = names.find(name => name === value);
  if (found !== undefined) return found;
  const last = names.at(-1) ?? '';
  throw new UsageError(
    `There is no ${kind} ${value}; choose ${names.slice(0, -1).join(', ')} or ${last}.`,
  );
}
