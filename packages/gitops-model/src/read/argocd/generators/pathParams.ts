import { sanitizeName } from '../sanitizeName';
import type { GeneratorContext } from './GeneratorContext';

/** What Argo CD says of a directory, and of the file in it that made the element. */
export function pathParams(
  { goTemplate }: GeneratorContext,
  directory: string,
  options: { prefix?: string | null; file?: string },
): Record<string, unknown> {
  const path = directory === '' ? '.' : directory;
  const segments = path.split('/');
  const basename = segments.at(-1) ?? path;
  const facts: Record<string, string> = {
    basename,
    basenameNormalized: sanitizeName(basename),
  };
  if (options.file !== undefined) {
    const filename = options.file.slice(options.file.lastIndexOf('/') + 1);
    facts.filename = filename;
    facts.filenameNormalized = sanitizeName(filename);
  }
  const { prefix } = options;
  if (goTemplate) {
    const nested = { path: { path, ...facts, segments } };
    return prefix ? { [prefix]: nested } : nested;
  }
  const name = prefix ? `${prefix}.path` : 'path';
  return Object.fromEntries([
    [name, path],
    ...Object.entries(facts).map(([key, value]) => [`${name}.${key}`, value]),
    ...segments.map((segment, index) => [`${name}[${index}]`, segment]),
  ]);
}
