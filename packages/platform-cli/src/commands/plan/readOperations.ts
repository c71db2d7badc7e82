import { readFileSync } from 'node:fs';
import { toError } from '@backstage/errors';
import { type Operation, operationsSchema } from '@internal/gitops-model';
import { z } from 'zod';
import { UnreadableError } from '../../UnreadableError';

/**
 * The operations in a JSON file.
 *
 * @throws UnreadableError where the file is not there, or holds anything else.
 */
export function readOperations(path: string): Operation[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UnreadableError(`The operations ${path} cannot be read.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UnreadableError(
      `The operations ${path} are no JSON: ${toError(error).message}.`,
    );
  }
  const parsed = operationsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UnreadableError(
    `The operations ${path} are not valid.\n${z.prettifyError(parsed.error)}`,
  );
}
