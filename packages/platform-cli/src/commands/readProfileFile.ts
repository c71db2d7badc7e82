import { readFileSync } from 'node:fs';
import { toError } from '@backstage/errors';
import { parse } from 'yaml';
import { UnreadableError } from '../UnreadableError';

/**
 * The profile in a YAML file, not checked yet.
 *
 * @throws UnreadableError where the file is not there or is no YAML.
 */
export function readProfileFile(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UnreadableError(`The profile ${path} cannot be read.`);
  }
  try {
    return parse(text);
  } catch (error) {
    throw new UnreadableError(
      `The profile ${path} is no YAML: ${toError(error).message}`,
    );
  }
}
